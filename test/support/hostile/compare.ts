import type { RawRequest } from '../wallet-client.js';
import type { MeasuredService } from './measured-service.js';

/** The cost of a request at one size and at twice that size. */
export interface Comparison {
  smallUs: number;
  largeUs: number;
  ratio: number;
  statuses: ReadonlySet<number>;
}

export interface Sample {
  /** The request at a size of 1 (8 KiB) or 2 (16 KiB). */
  request: (size: 1 | 2) => RawRequest;
}

const rounds = 5;

/** A single cheap request drowns in noise: a measurement repeats it for this long, up to `maxRepeats` times. */
const enoughUs = 20_000;
const maxRepeats = 10;

/**
 * Compares the processor time of the service for both sizes: the minimum of five alternating rounds each, because other load can
 * only add to it.
 */
export async function compare(service: MeasuredService, { request }: Sample): Promise<Comparison> {
  const least: Record<1 | 2, number> = { 1: Infinity, 2: Infinity };
  const statuses = new Set<number>();
  const cost = async (size: 1 | 2, repeat: number): Promise<number> => {
    const before = await service.processorTimeUs();
    for (let sent = 0; sent < repeat; sent++) {
      statuses.add((await service.client.send(request(size))).status);
    }
    return ((await service.processorTimeUs()) - before) / repeat;
  };
  const repeat = Math.max(1, Math.min(maxRepeats, Math.ceil(enoughUs / (await cost(1, 1)))));
  for (let round = 0; round < rounds; round++) {
    for (const size of [1, 2] as const) least[size] = Math.min(least[size], await cost(size, repeat));
  }
  return { smallUs: least[1], largeUs: least[2], ratio: least[2] / least[1], statuses };
}

const bodyBytes = 8 * 1024;
/** All headers together are limited to 16 KiB; this leaves room for the others. */
const headBytes = 7_680;

export function withBody(method: string, path: string, shape: (bytes: number) => string): Sample {
  return {
    request: (size) => ({
      method,
      path,
      headers: { 'content-type': 'application/json', 'idempotency-key': 'hostile' },
      body: shape(size * bodyBytes),
    }),
  };
}

export function withPath(
  method: string,
  pathOf: (text: string) => string,
  shape: (bytes: number) => string,
): Sample {
  return { request: (size) => ({ method, path: pathOf(shape(size * headBytes)) }) };
}

export function withHeader(
  { method, path, body }: RawRequest,
  [name, before]: readonly [name: string, before: string],
  shape: (bytes: number) => string,
): Sample {
  return {
    request: (size) => ({
      ...(method && { method }),
      path,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json', 'idempotency-key': 'hostile' }),
        [name]: before + shape(size * headBytes),
      },
      ...(body !== undefined && { body }),
    }),
  };
}
