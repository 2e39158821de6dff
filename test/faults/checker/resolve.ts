import { setTimeout as sleep } from 'node:timers/promises';
import { WalletClient } from '../../support/wallet-client.js';
import { send } from './answer.js';
import { isDecision, type KeyLog, type OperationLog } from './operation-log.js';

export interface Resolution {
  key: string;
  /** The retry was a replay: the operation was decided and only its answer lost. */
  hadHappened: boolean;
  tookMs: number;
}

const pauseMs = 25;

/**
 * Retries every key with an unknown outcome until the ledger answers, and returns the outcomes. A misused key is retried with
 * each of its requests: one of them owns it.
 */
export async function resolveAll(
  log: OperationLog,
  { url, withinMs }: { url: string; withinMs: number },
): Promise<Resolution[]> {
  const client = new WalletClient(url);
  const open = [...log.keys.values()].filter((key) => key.isOpen && key.answers.length > 0);
  const resolutions: Resolution[] = [];
  const queue = [...open];
  const worker = async () => {
    for (let key = queue.pop(); key; key = queue.pop()) {
      const resolution = await resolve(log, key, { client, withinMs });
      if (resolution) resolutions.push(resolution);
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  client.close();
  return resolutions;
}

async function resolve(
  log: OperationLog,
  key: KeyLog,
  { client, withinMs }: { client: WalletClient; withinMs: number },
): Promise<Resolution | undefined> {
  const startedAt = performance.now();
  let hadHappened = false;
  for (const request of key.requests) {
    let decided = false;
    while (!decided) {
      if (performance.now() - startedAt > withinMs) return undefined;
      const attempt = log.sending(request);
      const answer = await send(client, request);
      log.answered(attempt, answer);
      decided = isDecision(answer);
      // The first request of the key tells them apart: any later one finds the outcome of the first.
      if (decided && request === key.requests[0]) {
        hadHappened = answer.replayed || answer.kind === 'reused';
      }
      if (!decided) await sleep(pauseMs);
    }
  }
  return { key: key.key, hadHappened, tookMs: performance.now() - startedAt };
}
