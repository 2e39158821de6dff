import { join, resolve } from 'node:path';
import ts from 'typescript';

/** A use of the error of a spend, with the types that are generated from the OpenAPI document. */
function useOfSpendError(statement: string): string {
  return `
    import createClient from 'openapi-fetch';
    import type { paths } from '../../apps/console/src/api/schema.ts';

    export async function spend(): Promise<number | undefined> {
      const { error } = await createClient<paths>().POST('/v1/wallets/{userId}/{asset}/spend', {
        params: { path: { userId: 'alice', asset: 'GOLD' }, header: { 'Idempotency-Key': 'order-17' } },
        body: { amount: 30 },
      });
      if (!error) return undefined;
      ${statement}
    }
  `;
}

const cases = {
  insufficientFunds: `return error.code === 'insufficient-funds' ? error.required - error.available : undefined;`,
  validationFailed: `return error.code === 'validation-failed' ? error.errors.length : undefined;`,
  withoutCode: `return error.balance;`,
  memberOfAnotherCode: `return error.code === 'insufficient-funds' ? error.multipleOf : undefined;`,
  unknownCode: `return error.code === 'no-luck' ? 1 : undefined;`,
  codeOfAnotherRoute: `return error.code === 'item-retired' ? 1 : undefined;`,
};

/** The errors that each case does not compile for. One program for all of them: the generated types are large. */
function compile(): Record<keyof typeof cases, string[]> {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
    skipLibCheck: true,
  };
  const names = Object.keys(cases) as (keyof typeof cases)[];
  const pathOf = (name: string) => join(resolve('test/console'), `${name}.ts`);
  const sources = new Map(names.map((name) => [pathOf(name), useOfSpendError(cases[name])]));
  const host = ts.createCompilerHost(options);
  host.fileExists = (path) => sources.has(path) || ts.sys.fileExists(path);
  host.readFile = (path) => sources.get(path) ?? ts.sys.readFile(path);
  const program = ts.createProgram([...sources.keys()], options, host);
  const errors = names.map((name) =>
    program
      .getSemanticDiagnostics(program.getSourceFile(pathOf(name)))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
  );
  return Object.fromEntries(names.map((name, index) => [name, errors[index]])) as Record<
    keyof typeof cases,
    string[]
  >;
}

const errors = compile();

it.each(['insufficientFunds', 'validationFailed'] as const)(
  'gives the members of a problem, without a cast, once its code is compared: %s',
  (name) => {
    expect(errors[name]).toEqual([]);
  },
);

it.each([
  ['a member before the code is compared', 'withoutCode', /Property 'balance' does not exist/],
  ['a member of another code', 'memberOfAnotherCode', /Property 'multipleOf' does not exist/],
  ['a code that does not exist', 'unknownCode', /have no overlap/],
  ['a code that a spend cannot be answered with', 'codeOfAnotherRoute', /have no overlap/],
] as const)('does not compile %s', (_what, name, message) => {
  expect(errors[name]).toEqual([expect.stringMatching(message)]);
});
