/** How a mutant is hurt: by nothing but two instances at once, by cuts around COMMIT, or by SIGKILL at COMMIT. */
export type Treatment = 'two instances' | 'cuts at COMMIT' | 'kills at COMMIT';

/** One place in the build, replaced by another text. */
export interface Edit {
  /** Below `dist/libs`. */
  file: string;
  from: string;
  to: string;
}

/** A bug as somebody could write it. */
export interface Mutant {
  name: string;
  edits: Edit[];
  treatment: Treatment;
  /** What PostgreSQL has against it. Without that the checker has to see it by itself. */
  guards: string;
}

/** Lets two entries have one version, a balance fall below zero, and an account go on from what it no longer is. */
const versionGuards = `
  DROP TRIGGER entries_balanced ON entries;
  DROP TRIGGER accounts_moved_by_entries ON accounts;
  ALTER TABLE entries DROP CONSTRAINT entries_pkey;
  CREATE INDEX ON entries (shard, account_id, version);
  ALTER TABLE accounts DROP CONSTRAINT accounts_user_never_negative`;

/** Lets two transactions have one id. */
const identityGuards = `
  ALTER TABLE transactions DROP CONSTRAINT transactions_id_shard_key CASCADE;
  CREATE INDEX ON transactions (id, shard)`;

const accounts = 'accounts/src/lock-accounts.js';
const claims = 'idempotency/src/claim-keys.js';

/** Nothing may rest on the lock of a lane, which keeps the batches of two instances apart and would hide what else is wrong. */
const withoutLaneLock: Edit = {
  file: 'ledger/src/journal/lock-lane.js',
  from: 'SELECT pg_advisory_xact_lock($1, $2)',
  to: 'SELECT $1::int, $2::int',
};

export const mutants: readonly Mutant[] = [
  {
    name: 'no account lock',
    edits: [
      withoutLaneLock,
      { file: accounts, from: `.setLock('pessimistic_write', undefined, ['account'])`, to: '' },
    ],
    treatment: 'two instances',
    guards: versionGuards,
  },
  {
    name: 'balance read before the lock',
    edits: [
      withoutLaneLock,
      {
        file: accounts,
        from: 'export async function lockAccounts(queryRunner, addresses) {',
        to: `export async function lockAccounts(queryRunner, addresses) {
               const before = await readAccounts(queryRunner, addresses, (sql) => sql.replace('FOR UPDATE OF account', ''));
               await readAccounts(queryRunner, addresses, (sql) => sql);
               return before;
             }
             async function readAccounts(queryRunner, addresses, change) {`,
      },
      {
        file: accounts,
        from: 'query(lockStatement(queryRunner.dataSource), [',
        to: 'query(change(lockStatement(queryRunner.dataSource)), [',
      },
    ],
    treatment: 'two instances',
    guards: versionGuards,
  },
  {
    name: 'no idempotency claim',
    edits: [
      withoutLaneLock,
      {
        file: claims,
        from: 'export async function claimKeys(queryRunner, claims) {',
        to: 'export async function claimKeys(queryRunner, claims) { return new Map();',
      },
    ],
    treatment: 'two instances',
    guards: '',
  },
  {
    name: 'claim outside the transaction',
    edits: [
      {
        file: claims,
        from: 'const claimed = await queryRunner.manager.query(`INSERT INTO idempotency_keys',
        to: 'const claimed = await queryRunner.dataSource.query(`INSERT INTO idempotency_keys',
      },
    ],
    treatment: 'cuts at COMMIT',
    guards: `DROP TRIGGER idempotency_keys_keep_their_outcome ON idempotency_keys`,
  },
  {
    name: 'answer before COMMIT',
    edits: [
      {
        file: 'ledger/src/journal/batch-runner.js',
        from: 'return commitBatch({ queryRunner, pipeline }, batch, this.tools);',
        to: `const early = await commitBatch({ queryRunner, pipeline }, batch, this.tools);
             for (const [request, outcome] of early) request.resolve(outcome);
             return early;`,
      },
    ],
    treatment: 'kills at COMMIT',
    guards: '',
  },
  {
    name: 'retry that does not reclaim its key',
    edits: [
      {
        file: 'ledger/src/journal/claim-and-lock.js',
        from: 'const claiming = await pipeline.send(() => claimKeys(queryRunner, claims));',
        to: `const fresh = first.filter((request) => !request.tried).map((request) => request.claim);
             for (const request of first) request.tried = true;
             const claiming = fresh.length === 0 ? { answer: Promise.resolve(new Map()) }
               : await pipeline.send(() => claimKeys(queryRunner, fresh));`,
      },
    ],
    treatment: 'cuts at COMMIT',
    guards: identityGuards,
  },
];
