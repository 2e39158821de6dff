import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { topUpAnswer } from './bare-server.js';

/**
 * Tops up twice with the same key. Throws unless both answers are those of the wallet: the same members in the same order, the
 * same bytes for the retry, and the mark of a replay. An implementation that answered less would be faster.
 */
export async function checkAnswers({ url, key }: { url: string; key: string }): Promise<void> {
  const request = {
    method: 'POST',
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    body: '{"amount":5}',
  };
  const path = `${url}/v1/wallets/probe/GOLD/topup`;
  const [first, firstText] = await ask(path, request);
  const [second, secondText] = await ask(path, request);

  assert.equal(first.status, 201, `a top-up was answered with ${first.status}: ${firstText}`);
  const { id, balance, createdAt, entries } = JSON.parse(firstText) as {
    id: string;
    balance: number;
    createdAt: string;
    entries: { version?: number }[];
  };
  const wanted = topUpAnswer({
    id,
    userId: 'probe',
    asset: 'GOLD',
    amount: 5,
    balance,
    version: entries[1]?.version ?? NaN,
    createdAt: new Date(createdAt),
  });
  assert.equal(firstText, JSON.stringify(wanted), 'the answer differs from bench/support/bare-server.ts');
  assert.equal(secondText, firstText, 'a retry got other bytes');
  assert.equal(second.headers.get('idempotency-replayed'), 'true', 'a retry is not marked as a replay');
}

async function ask(path: string, request: RequestInit): Promise<[Response, string]> {
  const answer = await fetch(path, request);
  return [answer, await answer.text()];
}
