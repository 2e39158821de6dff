import Fastify from 'fastify';
import { fingerprint } from '../../dist/libs/idempotency/src/fingerprint.js';

/**
 * Serves top-ups on bare Fastify, without validation and without a log, for contestants that differ from the wallet in
 * how they write. `commit` gets a top-up with its key and fingerprint, and gives the transaction that it wrote, or that
 * the key already held; `undefined` says that the key belongs to another request.
 */
export async function serveTopUps({ commit, close }) {
  const server = Fastify();
  server.post('/v1/wallets/:userId/:asset/topup', async (request, reply) => {
    const transaction = await commit({
      userId: request.params.userId,
      asset: request.params.asset,
      amount: request.body.amount,
      key: request.headers['idempotency-key'],
      fingerprint: fingerprint({ method: 'POST', path: request.url, body: request.body }),
    });
    if (!transaction) return reply.code(422).send({ code: 'idempotency-key-reused' });
    return reply.code(201).send(topUpAnswer(transaction));
  });
  await server.listen({ host: process.env.HOST, port: Number(process.env.PORT) });

  process.once('SIGTERM', async () => {
    await server.close();
    await close();
  });
}

/** The answer of the wallet, member for member. */
function topUpAnswer({ id, userId, asset, amount, balance, version, createdAt }) {
  return {
    id,
    type: 'topup',
    userId,
    asset,
    amount,
    balance,
    reference: null,
    description: null,
    metadata: {},
    createdAt: createdAt.toISOString(),
    entries: [
      { kind: 'system', account: 'treasury', asset, direction: 'debit', amount },
      { kind: 'user', account: userId, asset, direction: 'credit', amount, balanceAfter: balance, version },
    ],
  };
}
