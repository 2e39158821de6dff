import fc from 'fast-check';
import { Contract, type OpenApiDocument } from '../e2e/support/contract.js';
import { type Answer, type RawRequest, WalletClient } from '../support/wallet-client.js';
import { ruleBroken } from './judge.js';
import { type Plan, plans } from './plan.js';
import { render } from './render.js';
import { Seen } from './seen.js';
import { countWrites } from './write-counter.js';

export interface FuzzOptions {
  /** The address of the service, and its database with the login of the owner. */
  url: string;
  databaseUrl: string;
  seed: number;
  requests: number;
  /** The path that fast-check printed with a seed: leads straight to the failing request. */
  path?: string;
  /** The document to check against; that of the service by default. */
  document?: OpenApiDocument;
  log?: (line: string) => void;
}

const shrinkingRequests = 200;

export interface FuzzReport {
  /** The broken rule, the request and how to reproduce it; `undefined` if there was none. */
  finding: string | undefined;
  /** The number of requests, and of answers by status and problem code. */
  requests: number;
  answers: Record<string, number>;
}

/**
 * Sends valid and broken requests generated from the OpenAPI document, one after another, and stops at the first answer that
 * breaks a rule. fast-check then shrinks the request.
 */
export async function fuzz(options: FuzzOptions): Promise<FuzzReport> {
  const client = new WalletClient(options.url, '');
  const counter = await countWrites(options.databaseUrl);
  const document = options.document ?? ((await client.get('/openapi.json')).json as OpenApiDocument);
  const contract = new Contract(document);
  const seen = new Seen();
  const answers: Record<string, number> = {};
  let requests = 0;
  let foundAt = Infinity;
  let written = await counter.count();

  const property = fc.asyncProperty(plans(document), async (plan: Plan) => {
    // Kept small: each step of shrinking sends another request.
    if (requests > foundAt + shrinkingRequests) return;
    const request = render(plan, seen);
    const answer = await client.send(request);
    requests++;
    if (requests % 5_000 === 0) options.log?.(`${requests} of ${options.requests} requests`);
    const before = written;
    written = await counter.count();
    const name = nameOf(answer);
    answers[name] = (answers[name] ?? 0) + 1;
    seen.note(answer.json);
    const broken = ruleBroken({ plan, request, answer, writes: written - before }, contract);
    if (broken) {
      foundAt = Math.min(foundAt, requests);
      throw new Error(`${broken}\n${show(request, answer)}`);
    }
  });
  try {
    const { seed, requests: numRuns, path } = options;
    const details = await fc.check(property, { seed, numRuns, ...(path && { path }) });
    const finding = details.failed
      ? `${messageOf(details.errorInstance)}\nagain: seed ${seed}, path ${details.counterexamplePath ?? ''}`
      : undefined;
    return { finding, requests, answers };
  } finally {
    await counter.close();
    client.close();
  }
}

function nameOf({ status, json }: Answer): string {
  const code = (json as { code?: unknown } | undefined)?.code;
  return status >= 400 && typeof code === 'string' ? `${status} ${code}` : String(status);
}

function show({ method, path, headers, body }: RawRequest, answer: Answer): string {
  const sent = `${method ?? 'GET'} ${path}\n${JSON.stringify(headers)}\n${String(body ?? '')}`;
  return `${sent.slice(0, 2_000)}\n→ ${answer.status} ${answer.text.slice(0, 1_000)}`;
}

function messageOf(error: unknown): string {
  return error instanceof Error
    ? error.message
    : String((error as { message?: unknown } | null)?.message ?? error);
}
