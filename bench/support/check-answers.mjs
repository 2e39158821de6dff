import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { topUpAnswer } from './bare-server.mjs';

/**
 * Tops up once and once more with the same key, and throws unless a contestant answers both as the wallet does: the same
 * members in the same order, the same bytes again, and the mark of a replay. Who answered less would be quicker.
 */
export async function checkAnswers({ url, key }) {
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

  assert.equal(first.status, 201, `a top-up is answered with ${first.status}: ${firstText}`);
  const { id, balance, createdAt, entries } = JSON.parse(firstText);
  const wanted = topUpAnswer({
    id,
    userId: 'probe',
    asset: 'GOLD',
    amount: 5,
    balance,
    version: entries[1].version,
    createdAt: new Date(createdAt),
  });
  assert.equal(firstText, JSON.stringify(wanted), 'the answer differs from bench/support/bare-server.mjs');
  assert.equal(secondText, firstText, 'a retry is answered with other bytes');
  assert.equal(second.headers.get('idempotency-replayed'), 'true', 'a retry is not marked as a replay');
}

async function ask(path, request) {
  const answer = await fetch(path, request);
  return [answer, await answer.text()];
}
