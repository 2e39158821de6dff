import { setTimeout as sleep } from 'node:timers/promises';
import type { LightClient } from './light-client.js';

/** The outcomes of the requests of one load. */
export interface Load {
  seconds: number;
  /** Acknowledged requests per second, up to the moment the last one was sent. */
  perSecond: number;
  /** Keys whose credit was acknowledged, and keys whose request was shed. */
  acknowledged: string[];
  shed: string[];
  /**
   * Keys whose request did not arrive within the limit for slow clients (408). Thousands of new connections overflow the accept
   * queue of the kernel, and TCP retransmits their first bytes with growing delays.
   */
  late: string[];
  /** Shed without Retry-After. */
  withoutRetryAfter: number;
  /** No answer: the connection ended, or no socket was free. */
  unanswered: number;
  /** `outcome-unknown`: the batch exceeded its time limit, and may have been committed. */
  unknown: number;
  /** Counts of answers with any other status. */
  others: Record<number, number>;
  latenciesMs: number[];
}

const users = 200;

/** A closed loop: this many callers, each sending its next request on an answer. Measures the capacity of the service. */
export async function closedLoop(
  client: LightClient,
  name: string,
  callers: number,
  seconds: number,
): Promise<Load> {
  const load = emptyLoad();
  const startedAt = performance.now();
  let sent = 0;
  const caller = async () => {
    while (performance.now() - startedAt < seconds * 1_000) await send(client, `${name}-${sent++}`, load);
  };
  await Promise.all(Array.from({ length: callers }, caller));
  return finished(load, startedAt);
}

/**
 * An open loop: this many requests per second, whether or not they are answered, as independent callers would send. A late tick
 * catches up.
 */
export async function openLoop(
  client: LightClient,
  name: string,
  rate: number,
  seconds: number,
): Promise<Load> {
  const load = emptyLoad();
  const startedAt = performance.now();
  const pending = new Set<Promise<void>>();
  let sent = 0;
  for (let elapsed = 0; elapsed < seconds * 1_000; elapsed = performance.now() - startedAt) {
    for (const due = Math.floor((elapsed / 1_000) * rate); sent < due; sent++) {
      const request = send(client, `${name}-${sent}`, load).finally(() => pending.delete(request));
      pending.add(request);
    }
    await sleep(1);
  }
  finished(load, startedAt);
  await Promise.all(pending);
  return load;
}

async function send(client: LightClient, key: string, load: Load): Promise<void> {
  const startedAt = performance.now();
  const user = Number(key.slice(key.lastIndexOf('-') + 1)) % users;
  const answer = await client.post(`/v1/wallets/load-${user}/GOLD/topup`, key, '{"amount":1}');
  if (!answer) {
    load.unanswered++;
    return;
  }
  load.latenciesMs.push(performance.now() - startedAt);
  if (answer.status === 201) load.acknowledged.push(key);
  else if (answer.code === 'outcome-unknown') load.unknown++;
  else if (answer.status === 503 || answer.status === 429) {
    load.shed.push(key);
    if (!(Number(answer.retryAfter) > 0)) load.withoutRetryAfter++;
  } else if (answer.status === 408) load.late.push(key);
  else load.others[answer.status] = (load.others[answer.status] ?? 0) + 1;
}

function emptyLoad(): Load {
  return {
    seconds: 0,
    perSecond: 0,
    acknowledged: [],
    shed: [],
    late: [],
    withoutRetryAfter: 0,
    unanswered: 0,
    unknown: 0,
    others: {},
    latenciesMs: [],
  };
}

function finished(load: Load, startedAt: number): Load {
  load.seconds = (performance.now() - startedAt) / 1_000;
  load.perSecond = load.acknowledged.length / load.seconds;
  return load;
}
