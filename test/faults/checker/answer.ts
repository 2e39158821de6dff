import type { WalletClient } from '../../support/wallet-client.js';
import type { Operation } from './operations.js';

/**
 * The outcome of an operation according to its answer.
 * - `ok`, `refused`: the ledger has decided; the same key must always get the same answer.
 * - `absent`: what the request names does not exist, and the key stays free.
 * - `reused`: the key belongs to another request.
 * - `nothing`: the service reports that nothing happened (503 overloaded or database-…, 429).
 * - `unknown`: no answer, or one that leaves the outcome open.
 * - `not-sent`: connection refused; not an outcome at all.
 */
export type AnswerKind = 'ok' | 'refused' | 'absent' | 'reused' | 'nothing' | 'unknown' | 'not-sent';

export interface LoggedAnswer {
  kind: AnswerKind;
  status: number;
  /** The problem code, or how the connection failed. */
  code: string;
  replayed: boolean;
  /** The body without the part that differs per request (`requestId`). */
  text: string;
  json: any;
}

/** How long a caller waits for an answer. */
const answerWithinMs = 30_000;

/** Sends an operation once and reports the outcome; never throws. */
export async function send(client: WalletClient, operation: Operation): Promise<LoggedAnswer> {
  const { path, body } = requestOf(operation);
  try {
    const answer = await client.send({
      method: 'POST',
      path,
      headers: { 'idempotency-key': operation.key, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      timeoutMs: answerWithinMs,
    });
    const code = answer.status === 201 ? 'created' : String(answer.json?.code);
    return {
      kind: kindOf(answer.status, code),
      status: answer.status,
      code,
      replayed: answer.headers['idempotency-replayed'] === 'true',
      text: answer.text.replace(/"requestId":"[^"]*"/, '"requestId":""'),
      json: answer.json,
    };
  } catch (error) {
    const { code, message, reusedSocket } = error as NodeJS.ErrnoException & { reusedSocket?: boolean };
    const kind = code === 'ECONNREFUSED' ? 'not-sent' : 'unknown';
    const connection = `${reusedSocket ? 'used' : 'new'} connection, ${message}`;
    return { kind, status: 0, code: connection, replayed: false, text: '', json: undefined };
  }
}

function requestOf(operation: Operation): { path: string; body: object } {
  const { userId, asset, flow, amount, key, payment, target, final, expiresIn, minAvailable, cause } =
    operation;
  const wallet = `/v1/wallets/${userId}`;
  const reference = `ref-${key}`;
  switch (flow) {
    case 'authorise': {
      const conditions = minAvailable !== undefined && { conditions: { minAvailable } };
      return { path: `${wallet}/${asset}/holds`, body: { amount, expiresIn, reference, ...conditions } };
    }
    case 'capture':
      return { path: `${wallet}/${asset}/holds/${target}/capture`, body: { amount, final, reference } };
    case 'void':
      return { path: `${wallet}/${asset}/holds/${target}/void`, body: { reference } };
    case 'reverse':
      return { path: `${wallet}/reversals`, body: { transactionId: target, amount, cause, reference } };
    default: {
      const paid = payment !== undefined && {
        payment: { provider: 'shop', id: payment, environment: 'live' },
      };
      return { path: `${wallet}/${asset}/${flow}`, body: { amount, reference, ...paid } };
    }
  }
}

function kindOf(status: number, code: string): AnswerKind {
  if (status === 201) return 'ok';
  if (code === 'idempotency-key-reused') return 'reused';
  if (status === 422 || status === 412) return 'refused';
  if (code === 'hold-not-found' || code === 'transaction-not-found') return 'absent';
  if (code === 'overloaded' || code.startsWith('database-') || status === 429) return 'nothing';
  if (status >= 500) return 'unknown';
  throw new Error(`an operation of the checker was answered with ${status} ${code}`);
}
