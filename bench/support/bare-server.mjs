import Fastify from 'fastify';
import { fingerprint } from '../../dist/libs/idempotency/src/fingerprint.js';

/**
 * Serves top-ups on bare Fastify for contestants that differ from the wallet in what stands behind it or in front of it. It does
 * the least that a correct server needs: it parses the body, looks at the amount, takes the key and the fingerprint.
 * There is no framework, no validation of anything else, no authentication and no log.
 *
 * `commit` gets a top-up with its key and fingerprint, and gives the transaction that it wrote, or that the key already
 * held (`replayed`); `undefined` says that the key belongs to another request.
 */
export async function serveTopUps({ commit, close }) {
  const server = Fastify();
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, text, done) => {
    try {
      done(null, JSON.parse(text));
    } catch (error) {
      done(Object.assign(error, { statusCode: 400 }));
    }
  });
  server.post('/v1/wallets/:userId/:asset/topup', async (request, reply) => {
    const { amount } = request.body;
    if (!Number.isSafeInteger(amount) || amount < 1)
      return reply.code(400).send({ code: 'validation-failed' });
    const transaction = await commit({
      userId: request.params.userId,
      asset: request.params.asset,
      amount,
      key: request.headers['idempotency-key'],
      fingerprint: fingerprint({ method: 'POST', path: request.url, body: request.body }),
    });
    if (!transaction) return reply.code(422).send({ code: 'idempotency-key-reused' });
    if (transaction.replayed) reply.header('idempotency-replayed', 'true');
    return reply.code(201).send(topUpAnswer(transaction));
  });
  await server.listen({ host: process.env.HOST, port: Number(process.env.PORT) });

  process.once('SIGTERM', async () => {
    await server.close();
    await close();
  });
}

/** The answer of the wallet, byte for byte. Every turn begins with a check of that. */
export function topUpAnswer({ id, userId, asset, amount, balance, version, createdAt }) {
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
    actor: { kind: 'client', id: 'bench' },
    createdAt: createdAt.toISOString(),
    entries: [
      { kind: 'system', account: 'treasury', asset, direction: 'debit', amount },
      { kind: 'user', account: userId, asset, direction: 'credit', amount, balanceAfter: balance, version },
    ],
  };
}
