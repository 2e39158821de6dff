import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { costOfShedding, processorMs } from '../overload/processor-cost.js';
import { LightClient } from '../overload/light-client.js';
import { closedLoop, type Load, openLoop } from '../overload/load.js';
import type { Campaign } from '../runner/campaign.js';
import { administer } from '../support/postgres.js';
import { startWallet, stopAndAudit } from '../support/wallet.js';

/** Bounds for an otherwise idle machine; the figures show what this one did. */
const leastGoodputRatio = 0.4;
const mostMemoryMib = 800;

export const campaign: Campaign = {
  name: 'overload',
  title: 'at three times its capacity the service sheds, keeps working, and is well again afterwards',
  quick: true,
  needs: ['proc'],
  run: async ({ quick, createDatabase, log }) => {
    const { url: databaseUrl } = await createDatabase();
    const wallet = await startWallet({ databaseUrl, env: { LOG_LEVEL: 'fatal' } });
    const client = new LightClient(wallet.url, 8_000);
    const seconds = quick ? 5 : 20;

    await closedLoop(client, 'warm', 64, quick ? 2 : 5);
    const idleBefore = median((await closedLoop(client, 'before', 1, 1)).latenciesMs);
    const before = processorMs(wallet.pid());
    const peak = await closedLoop(client, 'peak', 256, seconds);
    const creditMicroseconds = ((processorMs(wallet.pid()) - before) * 1_000) / peak.acknowledged.length;
    log(`the peak is ${Math.round(peak.perSecond)} credits/s`);

    const memory = watchMemory(wallet.pid());
    const over = await openLoop(client, 'over', 3 * peak.perSecond, seconds);
    const mostMib = memory.stop();
    const recoveryMs = await untilRecovered(client, Math.max(20, 5 * idleBefore));
    const cost = await costOfShedding(client, { pid: wallet.pid(), databaseUrl, queueLength: 4_000 });
    const ratio = over.perSecond / peak.perSecond;
    log(`at three times as much: ${Math.round(over.perSecond)} credits/s, ${over.shed.length} shed`);

    const broken = [...(await faultsOf(over, databaseUrl)), ...(await faultsOf(peak, databaseUrl))];
    broken.push(...cost.broken);
    if (!quick && ratio < leastGoodputRatio) broken.push(`the goodput fell to ${percent(ratio)} of the peak`);
    if (mostMib > mostMemoryMib) broken.push(`the service took ${mostMib} MiB`);
    client.close();
    broken.push(...(await stopAndAudit(wallet, databaseUrl)));
    return {
      broken,
      figures: {
        'peak per s': Math.round(peak.perSecond),
        'offered per s': Math.round(3 * peak.perSecond),
        'sent per s': Math.round(sentOf(over) / over.seconds),
        'goodput per s': Math.round(over.perSecond),
        'goodput of the peak': percent(ratio),
        shed: over.shed.length,
        'arrived too late': over.late.length,
        'processor per credit µs': Math.round(creditMicroseconds),
        'processor per shed request µs': cost.microseconds,
        unanswered: over.unanswered,
        'outcome unknown': over.unknown + peak.unknown,
        'slowest ms': Math.round(over.latenciesMs.reduce((a, b) => Math.max(a, b), 0)),
        'memory MiB': mostMib,
        'idle latency ms': idleBefore.toFixed(1),
        'recovered after ms': Math.round(recoveryMs),
      },
    };
  },
};

/** Rules that hold on a machine of any speed. */
async function faultsOf(load: Load, databaseUrl: string): Promise<string[]> {
  const name = load.acknowledged[0]?.split('-')[0] ?? '';
  const written = await administer(databaseUrl, async (owner) => {
    const { rows } = await owner.query<{ key: string }>(
      `SELECT idempotency_key AS key FROM transactions WHERE idempotency_key LIKE $1`,
      [`${name}-%`],
    );
    return new Set(rows.map(({ key }) => key));
  });
  const faults: string[] = [];
  const lost = load.acknowledged.filter((key) => !written.has(key));
  const effects = [...load.shed, ...load.late].filter((key) => written.has(key));
  if (lost.length > 0) faults.push(`${lost.length} acknowledged credits are missing`);
  if (effects.length > 0)
    faults.push(`${effects.length} credits that were shed, or did not arrive, have happened`);
  if (load.withoutRetryAfter > 0) faults.push(`${load.withoutRetryAfter} were shed without Retry-After`);
  const others = Object.entries(load.others).map(([status, count]) => `${count} × ${status}`);
  if (others.length > 0) faults.push(`there were other answers: ${others.join(', ')}`);
  return faults;
}

/** The time until twenty requests in a row are as fast as on an idle service. */
async function untilRecovered(client: LightClient, limitMs: number): Promise<number> {
  const startedAt = performance.now();
  let inARow = 0;
  for (let index = 0; inARow < 20 && performance.now() - startedAt < 60_000; index++) {
    const [latency = Infinity] = (await closedLoop(client, `after-${index}`, 1, 0.001)).latenciesMs;
    inARow = latency <= limitMs ? inARow + 1 : 0;
  }
  return performance.now() - startedAt;
}

function watchMemory(pid: number): { stop(): number } {
  let most = 0;
  let watching = true;
  const watch = async () => {
    while (watching) {
      most = Math.max(most, residentMib(pid));
      await sleep(200);
    }
  };
  void watch();
  return {
    stop: () => {
      watching = false;
      return most;
    },
  };
}

function residentMib(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) / 1_024);
}

function sentOf({ acknowledged, shed, unanswered, unknown }: Load): number {
  return acknowledged.length + shed.length + unanswered + unknown;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function percent(ratio: number): string {
  return `${Math.round(ratio * 100)} %`;
}
