import { setTimeout as sleep } from 'node:timers/promises';
import type { LightClient } from './light-client.js';

/** What became of the requests of one load. */
export interface Load {
  seconds: number;
  /** How many were acknowledged per second while it lasted; what comes after the last one was sent does not count. */
  perSecond: number;
  /** Keys whose credit was acknowledged, and keys whose request was shed. */
  acknowledged: string[];
  shed: string[];
  /**
   * Keys whose request did not arrive within the limit for slow clients (408). Thousands of new connections overflow the accept queue of
   * the system, which then has their first bytes sent again later and later.
   */
  late: string[];
  /** Shed without a word about when to come back. */
  withoutRetryAfter: number;
  /** No answer came, because the connection ended or there was no socket left. */
  unanswered: number;
  /** Answers of any other status, with how many there were. */
  others: Record<number, number>;
  latenciesMs: number[];
}

const users = 200;

/** So many callers at once, each with its next request as soon as it has an answer: what the service can do at most. */
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
 * So many requests per second, whether or not there are answers: real callers do not know of each other. The rate is kept by
 * the clock, so that a tick that comes late sends what it owes.
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
    others: {},
    latenciesMs: [],
  };
}

function finished(load: Load, startedAt: number): Load {
  load.seconds = (performance.now() - startedAt) / 1_000;
  load.perSecond = load.acknowledged.length / load.seconds;
  return load;
}
