import { setTimeout as sleep } from 'node:timers/promises';
import { measure } from '../../support/measure.js';
import { printPoint } from '../../support/report.js';
import type { Cost, Load } from '../calibration.js';
import { isWrite } from '../request-kinds.js';
import { type Growth, growthSince, mark } from './ledger-growth.js';
import { askFor, type WantedPoint } from './points.js';
import type { Subject } from './subject.js';

/** One measurement of a point. */
export interface Measurement extends Cost {
  loads: Load[];
  growth: Growth;
  /** `false` of an open loop whose requests queued: the processor time of those answered after the end is missing. */
  keptUp: boolean;
}

/** Of an open loop, the median latency ÷ the length of the measurement. */
const longestQueue = 0.1;

/** A load generator needs this long to connect; the processor time of a mix is counted from when the last one has. */
const betweenGeneratorsMs = 100;

/** Measures once what these loads cost together. */
export async function measurePoint(
  { service, key, databaseUrl, users, postmaster }: Subject,
  wanted: WantedPoint,
  seconds: number,
): Promise<Measurement> {
  const before = await mark(databaseUrl);
  const results = await Promise.all(
    wanted.map(async ({ request, callers, perSecond }, index) => {
      await sleep(index * betweenGeneratorsMs);
      return measure('http-load', {
        urls: [service.url],
        key,
        ask: askFor(request, users),
        connections: callers,
        ...(perSecond !== undefined && { ratePerSecond: perSecond }),
        ...(index === wanted.length - 1 && { watch: { service: service.pid, postmaster } }),
        seconds,
        warmUpSeconds: 1,
      });
    }),
  );
  for (const [index, result] of results.entries()) printPoint(nameOf(wanted, index), result);
  const succeeded = results.reduce((sum, result) => sum + result.succeeded, 0);
  const used = results.at(-1)?.processorSeconds;
  return {
    loads: wanted.map((load, index) => ({ ...load, share: (results[index]?.succeeded ?? NaN) / succeeded })),
    serviceUs: ((used?.service ?? NaN) / succeeded) * 1e6,
    databaseUs: ((used?.database ?? NaN) / succeeded) * 1e6,
    growth: await growthSince(databaseUrl, before),
    keptUp: wanted.every(
      ({ perSecond }, index) =>
        perSecond === undefined || (results[index]?.p50Ms ?? NaN) <= longestQueue * seconds * 1000,
    ),
  };
}

/** Only a point that writes has a batch. */
export function hasBatch(loads: readonly Pick<Load, 'request'>[]): boolean {
  return loads.some(({ request }) => isWrite(request));
}

function nameOf(wanted: WantedPoint, index: number): string {
  const { request, callers, perSecond } = wanted[index] ?? {};
  const load = perSecond === undefined ? `at ${callers}` : `at ${perSecond}/s`;
  return `${request} ${load}${wanted.length > 1 ? ', mixed' : ''}`;
}
