import { setTimeout as sleep } from 'node:timers/promises';
import { Checker } from '../checker/checker.js';
import { randomOf } from '../../support/random.js';
import { passAll, type PassingMessage, startPostgresProxy } from '../proxy/postgres-proxy.js';
import type { Campaign } from '../runner/campaign.js';
import { stretchedLimit } from '../runner/stretched-limit.js';
import { startHttpCutter } from '../support/http-cutter.js';
import { startWallet } from '../support/wallet.js';

/** The worst moments of a batch for a SIGKILL, each identified by the message in flight. */
const points: Record<string, (message: PassingMessage) => boolean> = {
  'after the claim': ({ direction, type, sql }) =>
    direction === 'backend' && type === 'C' && sql.includes('INSERT INTO idempotency_keys'),
  'after the claim of a payment': ({ direction, type, sql }) =>
    direction === 'backend' && type === 'C' && sql.includes('INSERT INTO payment_owners'),
  'after the lock': ({ direction, type, sql }) =>
    direction === 'backend' && type === 'C' && sql.includes('FOR UPDATE'),
  'after the write': ({ direction, type, sql }) =>
    direction === 'backend' && type === 'C' && sql.includes('INSERT INTO transactions'),
  'after the write of a hold': ({ direction, type, sql }) =>
    direction === 'backend' && type === 'C' && sql.includes('INSERT INTO holds'),
  'after the write of a reversal': ({ direction, type, sql }) =>
    direction === 'backend' && type === 'C' && sql.includes('INSERT INTO reversals'),
  'before COMMIT': ({ direction, type, sql }) => direction === 'frontend' && type === 'Q' && sql === 'COMMIT',
  'after COMMIT, before its completion arrives': ({ tag }) => tag === 'COMMIT',
};

const readyWithinMs = 5_000;

export const campaign: Campaign = {
  name: 'kill-api',
  title: 'SIGKILL of the service at any point of a batch, and at random, loses and doubles nothing',
  quick: true,
  // The lanes connect to the nodes of Citus past a proxy.
  needs: ['distributed'],
  run: async ({ quick, seed, createDurableDatabase, log }) => {
    const { url: databaseUrl } = await createDurableDatabase();
    const proxy = await startPostgresProxy(databaseUrl);
    const wallet = await startWallet({ databaseUrl: proxy.urlFor(databaseUrl) });
    const http = await startHttpCutter(wallet.url);
    const checker = new Checker({
      seed,
      users: 60,
      payments: true,
      lives: true,
      urls: [http.url],
      databaseUrl,
    });
    const random = randomOf(seed);
    const figures: Record<string, number> = {};
    const startsMs: number[] = [];
    // Otherwise the listener of the cutter would hide that the service is down.
    const kill = async () => {
      http.shut();
      await wallet.kill();
    };
    const restart = async () => {
      startsMs.push(await wallet.restart());
      await http.open();
      await checker.load.until(60);
    };

    checker.load.start(32);
    await checker.load.until(100);
    const rounds = quick ? 1 : 6;
    const chosen = Object.entries(points).filter(
      ([name]) => !quick || /COMMIT|payment|hold|reversal/.test(name),
    );
    for (const [name, isPoint] of chosen) {
      for (let round = 0; round < rounds; round++) {
        await new Promise<void>((resolve) => {
          let met = false;
          // The message is lost with its sender or its receiver.
          proxy.intercept = async (message) => {
            if (met || !isPoint(message)) return 'pass';
            met = true;
            await kill();
            resolve();
            return 'cut-before';
          };
        });
        proxy.intercept = passAll;
        figures[name] = (figures[name] ?? 0) + 1;
        await restart();
      }
    }
    for (let round = 0; round < rounds; round++) {
      await http.cutNextAnswer(kill);
      figures['in the middle of an answer'] = round + 1;
      await restart();
    }
    for (let round = 0; round < (quick ? 1 : 40); round++) {
      await sleep(random() * 400);
      await kill();
      figures['at random'] = round + 1;
      await restart();
      if (round % 10 === 9)
        log(`${round + 1} random kills, ${checker.unknownSoFar} requests without an answer`);
    }
    await checker.load.stop();
    const { figures: checks, broken } = await checker.resolveAndCheck();
    await wallet.stop();
    await proxy.close();
    http.shut();
    const [median = 0, slowest = 0] = quantiles(startsMs);
    // On a busy machine a single start may be slow, so the limit applies to the median.
    if (median > stretchedLimit(readyWithinMs))
      broken.push(`as a rule the service needs ${median} ms to be ready again`);
    return {
      broken,
      checks,
      figures: { ...figures, 'median ready ms': median, 'slowest ready ms': slowest },
    };
  },
};

/** The median and the largest. */
function quantiles(values: readonly number[]): number[] {
  const sorted = values.map(Math.round).sort((a, b) => a - b);
  return [sorted[Math.floor(sorted.length / 2)] ?? 0, sorted.at(-1) ?? 0];
}
