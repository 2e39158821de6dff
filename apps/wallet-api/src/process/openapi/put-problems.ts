import type { OpenAPIObject } from '@nestjs/swagger';
import { problemsMember, problemsOfEveryPosting } from '../../request/openapi/api-problems.js';
import type { ProblemRegistry } from '../../request/problems/problem-registry.js';
import { type Operation, operationsOf } from './operations.js';
import { problemHeaders, problemResponseOf } from './problem-responses.js';
import { problemExampleOf, problemNameOf, problemSchemaOf } from './problem-schema.js';

/** Any route can answer these. */
const codesOfEveryRoute = ['bad-request', 'internal'];

/** PostgreSQL may also be reached and refuse. */
const codesBesideUnavailable = ['database-read-only', 'database-disk-full', 'database-starting-up'];

/** Answered before a request reaches its route: the `default` response of every operation. */
const codesBeforeRouting = ['route-not-found', 'request-timeout', 'headers-too-large'];
const beforeRouting = 'NotRouted';

/**
 * Documents the problems of each operation, one response per status, from the codes that `ApiProblems` has left in it. Throws
 * if a code is not registered.
 */
export function putProblems(document: OpenAPIObject, problems: ProblemRegistry): void {
  const used = new Set<string>(codesBeforeRouting);
  const shared = new Set<string>();
  for (const { operation } of operationsOf(document)) {
    const groups = takeCodes(operation, problems);
    for (const code of groups.flat()) used.add(code);
    for (const [status, ofStatus] of byStatus(groups, problems)) {
      const [code, ...others] = ofStatus.flat();
      if (code === undefined) continue;
      if (others.length === 0) shared.add(code);
      operation.responses[status] =
        others.length === 0 ? responseReference(problemNameOf(code)) : problemResponseOf(ofStatus, problems);
    }
    operation.responses['default'] = responseReference(beforeRouting);
  }
  putComponents(document, { used, shared }, problems);
}

/** Takes the lists of codes out of an operation, one per decorator, and adds those of every route. No code comes twice. */
function takeCodes(operation: Operation, { codesOfEveryPosting }: ProblemRegistry): string[][] {
  const groups: string[][] = [];
  for (let use = 0; ; use++) {
    const member = `${problemsMember}${use}` as const;
    const codes = operation[member] as string[] | undefined;
    if (!codes) break;
    // A placeholder, not part of the API.
    Reflect.deleteProperty(operation, member);
    groups.push(
      codes.flatMap((code) => {
        if (code === problemsOfEveryPosting) return codesOfEveryPosting;
        return code === 'database-unavailable' ? [code, ...codesBesideUnavailable] : [code];
      }),
    );
  }
  const seen = new Set<string>();
  return [...groups, codesOfEveryRoute].map((codes) =>
    codes.filter((code) => !seen.has(code) && seen.add(code)),
  );
}

/** For each status, the codes that have it, in the same groups. */
function byStatus(groups: readonly string[][], problems: ProblemRegistry): Map<number, string[][]> {
  const statusOf = (code: string) => problems.definitionOf(code).status;
  const statuses = new Set(groups.flat().map(statusOf));
  return new Map(
    [...statuses].map((status) => [
      status,
      groups.map((codes) => codes.filter((code) => statusOf(code) === status)),
    ]),
  );
}

/** Puts in what responses refer to: only that, because a document should have no unused component. */
function putComponents(
  document: OpenAPIObject,
  { used, shared }: Record<'used' | 'shared', ReadonlySet<string>>,
  problems: ProblemRegistry,
): void {
  const components = (document.components ??= {});
  const schemas = [...used].map((code) => [problemNameOf(code), problemSchemaOf(code, problems)] as const);
  components.schemas = { ...components.schemas, ...Object.fromEntries(schemas) };
  components.examples = Object.fromEntries(
    [...used].map((code) => [code, { value: problemExampleOf(code, problems) }]),
  );
  components.headers = { ...problemHeaders };
  components.responses = Object.fromEntries([
    [beforeRouting, problemResponseOf([codesBeforeRouting], problems)] as const,
    ...[...shared].map((code) => [problemNameOf(code), problemResponseOf([[code]], problems)] as const),
  ]);
}

function responseReference(name: string) {
  return { $ref: `#/components/responses/${name}` };
}
