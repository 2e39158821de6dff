import type { Times } from '../load/take-turns.js';
import type { LoadResult } from '../load/tally.js';
import type { Options } from '../options.js';
import { audit } from '../support/audit.js';
import type { Environment } from '../support/environment.js';
import { measure, warmUpSeconds } from '../support/measure.js';
import { printPoint } from '../support/report.js';
import { highest, median } from '../support/statistics.js';
import { atMost } from '../support/targets.js';

const peakConnections = 256;
const noTimes: Times = { p50Ms: NaN, p99Ms: NaN };

interface Round {
  round: number;
  idle: Record<string, Times>;
  peak: LoadResult;
  half: LoadResult;
}

/**
 * What a caller waits for: on an idle service, compared with the cheapest durable commits; and on one that is half busy, where
 * requests arrive whether or not those before were answered.
 */
export async function latency(environment: Environment, { rounds, seconds, users }: Options) {
  const { databaseUrl, key } = await environment.createDatabase({ name: 'latency', users });
  const service = await environment.startWallet(databaseUrl);
  const ask = { what: 'topup' as const, users };
  const load = { urls: [service.url], key, ask, connections: peakConnections, seconds, warmUpSeconds: 1 };

  const found: Round[] = [];
  for (let round = 1; round <= rounds; round++) {
    environment.beginRound(round);
    await environment.checkpoint();
    const { times: idle } = await measure('idle-latency', {
      ...{ url: service.url, key, ask, databaseUrl, seconds },
      warmUpSeconds: warmUpSeconds(round === 1),
    });
    printIdle(idle);
    const peak = await measure('http-load', load);
    printPoint(`peak at ${peakConnections}`, peak);
    await environment.checkpoint();
    const half = await measure('http-load', { ...load, ratePerSecond: peak.perSecond / 2 });
    printPoint('open loop at half of it', half);
    found.push({ round, idle, peak, half });
  }
  await service.stop();
  return { auditsPassed: (await audit(databaseUrl)) === 'ok', points: found, ...conclude(found) };
}

function printIdle(idle: Record<string, Times>): void {
  const texts = Object.entries(idle).map(([name, times]) => {
    const [p50, p99] = texted(times);
    return `${name} p50 ${p50}, p99 ${p99} ms`;
  });
  console.log(`  idle: ${texts.join('; ')}`);
}

function conclude(found: readonly Round[]) {
  const idleTimes = (name: string) => medianTimes(found.map(({ idle }) => idle[name] ?? noTimes));
  const request = idleTimes('request');
  const insert = idleTimes('one INSERT');
  const transaction = idleTimes('BEGIN, INSERT, COMMIT');
  const half = medianTimes(found.map((round) => round.half));
  const rate = Math.round(median(found.map((round) => round.half.perSecond)));
  return {
    idle: { request, insert, transaction },
    half,
    tables: [
      {
        title: 'Latency',
        head: ['what', 'p50 ms', 'p99 ms'],
        rows: [
          ['idle: request', ...texted(request)],
          ['idle: one INSERT', ...texted(insert)],
          ['idle: BEGIN, INSERT, COMMIT', ...texted(transaction)],
          [`${rate}/s, open loop`, ...texted(half)],
        ],
      },
    ],
    targets: [
      atMost(2, 'idle request ÷ one INSERT, p50', request.p50Ms / insert.p50Ms),
      atMost(2, 'idle request ÷ BEGIN, INSERT, COMMIT, p50', request.p50Ms / transaction.p50Ms),
      atMost(25, 'p99 ms at half of the peak rate', half.p99Ms),
      atMost(0, 'failed at half of the peak rate', highest(found.map((round) => round.half.failed))),
    ],
  };
}

function medianTimes(rounds: readonly Times[]): Times {
  return {
    p50Ms: median(rounds.map(({ p50Ms }) => p50Ms)),
    p99Ms: median(rounds.map(({ p99Ms }) => p99Ms)),
  };
}

function texted({ p50Ms, p99Ms }: Times): [p50: string, p99: string] {
  return [p50Ms.toFixed(2), p99Ms.toFixed(2)];
}
