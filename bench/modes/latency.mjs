import { audit } from '../support/audit.mjs';
import { measure, warmUpSeconds } from '../support/measure.mjs';
import { printPoint } from '../support/report.mjs';
import { highest, median } from '../support/statistics.mjs';
import { atMost } from '../support/targets.mjs';

const peakConnections = 256;

/**
 * What a caller waits for: on an idle service, beside the least that a durable commit takes; and on one that is half busy,
 * where requests come whether or not those before were answered.
 */
export async function latency(stage, { rounds, seconds, users }) {
  const { databaseUrl, key } = await stage.createDatabase({ name: 'latency', users });
  const service = await stage.startWallet(databaseUrl);
  const ask = { what: 'topup', users };
  const load = { urls: [service.url], key, ask, connections: peakConnections, seconds, warmUpSeconds: 1 };

  const found = [];
  for (let round = 1; round <= rounds; round++) {
    stage.beginRound(round);
    await stage.settle();
    const { times: idle } = await measure('idle-latency.mjs', {
      ...{ url: service.url, key, ask, databaseUrl, seconds },
      warmUpSeconds: warmUpSeconds(round === 1),
    });
    console.log(
      `  idle: ${rowsOf(idle)
        .map(([name, p50, p99]) => `${name} p50 ${p50}, p99 ${p99} ms`)
        .join('; ')}`,
    );
    const peak = await measure('http-load.mjs', load);
    printPoint(`peak at ${peakConnections}`, peak);
    await stage.settle();
    const half = await measure('http-load.mjs', { ...load, ratePerSecond: peak.perSecond / 2 });
    printPoint('open loop at half of it', half);
    found.push({ round, idle, peak, half });
  }
  await service.stop();
  return { sound: (await audit(databaseUrl)) === 'ok', points: found, ...conclude(found) };
}

function conclude(found) {
  const idle = Object.fromEntries(
    ['request', 'one INSERT', 'BEGIN, INSERT, COMMIT'].map((name) => [
      name,
      medianTimes(found.map((round) => round.idle[name])),
    ]),
  );
  const half = medianTimes(found.map((round) => round.half));
  const rate = Math.round(median(found.map((round) => round.half.perSecond)));
  return {
    idle,
    half,
    tables: [
      {
        title: 'Latency',
        head: ['what', 'p50 ms', 'p99 ms'],
        rows: [
          ...rowsOf(idle).map(([name, ...figures]) => [`idle: ${name}`, ...figures]),
          [`${rate}/s, open loop`, half.p50Ms.toFixed(2), half.p99Ms.toFixed(2)],
        ],
      },
    ],
    targets: [
      atMost(2, 'idle request ÷ one INSERT, p50', idle.request.p50Ms / idle['one INSERT'].p50Ms),
      atMost(
        2,
        'idle request ÷ BEGIN, INSERT, COMMIT, p50',
        idle.request.p50Ms / idle['BEGIN, INSERT, COMMIT'].p50Ms,
      ),
      atMost(25, 'p99 ms at half of the peak rate', half.p99Ms),
      atMost(0, 'failed at half of the peak rate', highest(found.map((round) => round.half.failed))),
    ],
  };
}

function medianTimes(rounds) {
  return {
    p50Ms: median(rounds.map(({ p50Ms }) => p50Ms)),
    p99Ms: median(rounds.map(({ p99Ms }) => p99Ms)),
  };
}

function rowsOf(times) {
  return Object.entries(times).map(([name, { p50Ms, p99Ms }]) => [name, p50Ms.toFixed(2), p99Ms.toFixed(2)]);
}
