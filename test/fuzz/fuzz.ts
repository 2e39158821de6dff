import fc from 'fast-check';
import { Contract, type OpenApiDocument } from '../e2e/support/contract.js';
import { type Answer, type RawRequest, WalletClient } from '../support/wallet-client.js';
import { ruleBroken } from './judge.js';
import { type Plan, plans } from './plan.js';
import { render } from './render.js';
import { Seen } from './seen.js';
import { countWrites } from './write-counter.js';

export interface FuzzOptions {
  /** Where the service listens, and the database that it keeps its tables in, as their owner. */
  url: string;
  databaseUrl: string;
  seed: number;
  requests: number;
  /** What fast-check printed beside a seed: straight to the request that it found. */
  path?: string;
  /** The document to hold the service to; by default its own. */
  document?: OpenApiDocument;
  log?: (line: string) => void;
}

const shrinkingRequests = 200;

export interface FuzzReport {
  /** The rule that was broken, by which request, and how to see it again; `undefined` if none was. */
  finding: string | undefined;
  /** How many requests were sent, and how many answers there were of each status and problem code. */
  requests: number;
  answers: Record<string, number>;
}

/**
 * Sends requests that are made from the OpenAPI document, as it wants them and broken, one after another, and stops at the
 * first answer that breaks a rule. fast-check then looks for the smallest request that breaks it too.
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
    // Small enough: each step towards the smallest request is another one to send.
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
