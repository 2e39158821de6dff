import { fingerprint } from '@app/idempotency';
import Fastify from 'fastify';

export interface TopUp {
  userId: string;
  asset: string;
  amount: number;
  key: string;
  /** 32 bytes. */
  fingerprint: Buffer;
}

export interface WrittenTopUp {
  id: string;
  userId: string;
  asset: string;
  amount: number;
  /** After the top-up. */
  balance: number;
  version: number;
  createdAt: Date;
  replayed?: boolean;
}

interface Backend {
  /** Returns the transaction that it wrote or that the key already held (`replayed`); `undefined` if the key belongs to another request. */
  commit: (topUp: TopUp) => Promise<WrittenTopUp | undefined>;
  close: () => Promise<void>;
}

/**
 * Serves top-ups on bare Fastify, for implementations that differ from the wallet in front of the ledger or behind the API. It does
 * the minimum for a correct server: parses the body, checks the amount, takes the key and the fingerprint. There is no
 * framework, no other validation, no authentication and no log.
 */
export async function serveTopUps({ commit, close }: Backend): Promise<void> {
  const server = Fastify();
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, text, done) => {
    try {
      done(null, JSON.parse(text as string));
    } catch (error) {
      done(Object.assign(error as Error, { statusCode: 400 }));
    }
  });
  server.post<{ Params: { userId: string; asset: string }; Body: { amount: number } }>(
    '/v1/wallets/:userId/:asset/topup',
    async (request, reply) => {
      const { amount } = request.body;
      if (!Number.isSafeInteger(amount) || amount < 1)
        return reply.code(400).send({ code: 'validation-failed' });
      const transaction = await commit({
        userId: request.params.userId,
        asset: request.params.asset,
        amount,
        key: String(request.headers['idempotency-key']),
        fingerprint: fingerprint({ method: 'POST', path: request.url, body: request.body }),
      });
      if (!transaction) return reply.code(422).send({ code: 'idempotency-key-reused' });
      if (transaction.replayed) reply.header('idempotency-replayed', 'true');
      return reply.code(201).send(topUpAnswer(transaction));
    },
  );
  await server.listen({ host: process.env['HOST'], port: Number(process.env['PORT']) });

  process.once('SIGTERM', () => void server.close().then(close));
}

/** The answer of the wallet, byte for byte. Every turn begins by checking it. */
export function topUpAnswer({ id, userId, asset, amount, balance, version, createdAt }: WrittenTopUp) {
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
