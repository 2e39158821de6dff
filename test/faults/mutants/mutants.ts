/** How a mutant is hurt: by nothing but two instances at once, by cuts around COMMIT, or by SIGKILL at COMMIT. */
export type Treatment = 'two instances' | 'cuts at COMMIT' | 'kills at COMMIT';

/** A bug as somebody could write it: one place in the build, replaced by another text. */
export interface Mutant {
  name: string;
  /** Below `dist/libs`. */
  file: string;
  edits: { from: string; to: string }[];
  treatment: Treatment;
  /** What PostgreSQL has against it. Without that the checker has to see it by itself. */
  guards: string;
}

/** Lets two entries have one version, and a balance fall below zero. */
const versionGuards = `
  ALTER TABLE entries DROP CONSTRAINT entries_pkey;
  CREATE INDEX ON entries (shard, account_id, version);
  ALTER TABLE accounts DROP CONSTRAINT accounts_user_never_negative`;

/** Lets two transactions have one id. */
const identityGuards = `
  ALTER TABLE transactions DROP CONSTRAINT transactions_pkey CASCADE;
  CREATE INDEX ON transactions (shard, id);
  DROP INDEX entries_by_transaction;
  CREATE INDEX ON entries (shard, transaction_id);
  DROP TRIGGER entries_balanced ON entries`;

export const mutants: readonly Mutant[] = [
  {
    name: 'no account lock',
    file: 'accounts/src/lock-accounts.js',
    edits: [{ from: `.setLock('pessimistic_write')`, to: '' }],
    treatment: 'two instances',
    guards: versionGuards,
  },
  {
    name: 'balance read before the lock',
    file: 'accounts/src/lock-accounts.js',
    edits: [
      {
        from: 'export async function lockAccounts(queryRunner, addresses) {',
        to: `export async function lockAccounts(queryRunner, addresses) {
               const before = await readAccounts(queryRunner, addresses, 'comment');
               await readAccounts(queryRunner, addresses, 'setLock');
               return before;
             }
             async function readAccounts(queryRunner, addresses, how) {`,
      },
      { from: `.setLock('pessimistic_write')`, to: `[how]('pessimistic_write')` },
    ],
    treatment: 'two instances',
    guards: versionGuards,
  },
  {
    name: 'no idempotency claim',
    file: 'idempotency/src/claim-keys.js',
    edits: [
      {
        from: 'export async function claimKeys(queryRunner, claims, now) {',
        to: 'export async function claimKeys(queryRunner, claims, now) { return new Map();',
      },
    ],
    treatment: 'two instances',
    guards: '',
  },
  {
    name: 'claim outside the transaction',
    file: 'idempotency/src/claim-keys.js',
    edits: [
      {
        from: 'const claimed = await queryRunner.manager.query(`INSERT INTO idempotency_keys',
        to: 'const claimed = await queryRunner.dataSource.query(`INSERT INTO idempotency_keys',
      },
    ],
    treatment: 'cuts at COMMIT',
    guards: '',
  },
  {
    name: 'answer before COMMIT',
    file: 'ledger/src/journal/batch-runner.js',
    edits: [
      {
        from: 'return commitBatch(queryRunner, batch, this.tools);',
        to: `const early = await commitBatch(queryRunner, batch, this.tools);
             for (const [request, outcome] of early) request.resolve(outcome);
             return early;`,
      },
    ],
    treatment: 'kills at COMMIT',
    guards: '',
  },
  {
    name: 'retry that does not reclaim its key',
    file: 'ledger/src/journal/commit-batch.js',
    edits: [
      {
        from: 'const used = await tools.idempotencyKeys.claim(queryRunner, first.map((request) => request.claim), now);',
        to: `const fresh = first.filter((request) => !request.tried);
             const used = fresh.length === 0 ? new Map()
               : await tools.idempotencyKeys.claim(queryRunner, fresh.map((request) => request.claim), now);
             for (const request of first) request.tried = true;`,
      },
    ],
    treatment: 'cuts at COMMIT',
    guards: identityGuards,
  },
];
