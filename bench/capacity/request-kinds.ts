/** What a kind of request needs from the database. */
export interface RequestCost {
  title: string;
  /** `write` shares a batch with others of its lane, `gathered` a statement with other reads. */
  as: 'write' | 'gathered' | 'read';
  /** The nodes that one request reaches: that of its user. */
  nodes: 1;
  /** Of a whole batch, or of one request. START TRANSACTION and COMMIT count. */
  statements: number;
  /** Round trips: statements that are sent together share one. */
  packets: number;
  /** Its part of the requests unless the command line says otherwise. */
  usualShare: number;
}

/**
 * The requests that a game sends all day. `test/concurrency/batch-packets.spec.ts` names the statements of a batch: eleven, and
 * with a rule one more to read its terms; a reward also writes its completion.
 */
export const requestKinds = {
  'top-up': { title: 'top-up', as: 'write', nodes: 1, statements: 11, packets: 3, usualShare: 2 },
  spend: { title: 'spend', as: 'write', nodes: 1, statements: 11, packets: 3, usualShare: 10 },
  purchase: { title: 'purchase', as: 'write', nodes: 1, statements: 12, packets: 3, usualShare: 13 },
  reward: { title: 'reward', as: 'write', nodes: 1, statements: 13, packets: 3, usualShare: 15 },
  balance: { title: 'balance', as: 'gathered', nodes: 1, statements: 1, packets: 1, usualShare: 45 },
  statement: {
    title: 'page of a statement',
    as: 'read',
    nodes: 1,
    statements: 2,
    packets: 2,
    usualShare: 10,
  },
  list: {
    title: "list of a user's transactions",
    as: 'read',
    nodes: 1,
    statements: 1,
    packets: 1,
    usualShare: 5,
  },
} as const satisfies Record<string, RequestCost>;

export type RequestKind = keyof typeof requestKinds;

export const requestNames = Object.keys(requestKinds) as RequestKind[];

export function isWrite(request: RequestKind): boolean {
  return requestKinds[request].as === 'write';
}
