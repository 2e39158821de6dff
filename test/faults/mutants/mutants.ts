/**
 * How a mutant is provoked: two instances and no other fault, the same until some holds have lapsed, connections cut around COMMIT, or
 * SIGKILL at COMMIT.
 */
export type FaultPlan = 'two instances' | 'lapses' | 'cuts at COMMIT' | 'kills at COMMIT';

/** A change to one line of the build: the line below the comment `// mutant: <mark>`, which the compiler keeps. */
export interface Edit {
  /** Below `dist/libs`. */
  file: string;
  mark: string;
  change: (line: string) => string;
}

/** A bug that a developer could plausibly write. */
export interface Mutant {
  name: string;
  edits: Edit[];
  faultPlan: FaultPlan;
  /** Drops the constraints with which PostgreSQL would refuse the bug. Without them the checker must find it alone. */
  guards: string;
}

/** Allows duplicate entry versions, negative balances, and an account that continues from a stale state. */
const versionGuards = `
  DROP TRIGGER entries_balanced ON entries;
  DROP TRIGGER accounts_moved_by_entries ON accounts;
  ALTER TABLE entries DROP CONSTRAINT entries_pkey;
  CREATE INDEX ON entries (shard, account_id, version);
  ALTER TABLE accounts DROP CONSTRAINT accounts_user_never_negative`;

/** Allows two transactions with the same id. */
const identityGuards = `
  ALTER TABLE transactions DROP CONSTRAINT transactions_id_shard_key CASCADE;
  CREATE INDEX ON transactions (id, shard)`;

/** Allows two events of a hold with one number. */
const eventGuards = `
  ALTER TABLE hold_events DROP CONSTRAINT hold_events_pkey`;

const reversalFacts = 'reversals/src/reversal-facts.js';
const accounts = 'accounts/src/lock-accounts.js';
const claims = 'idempotency/src/claim-keys.js';

/** Correctness must not depend on the lane lock, which would serialise two instances and hide other bugs. */
const withoutLaneLock: Edit = {
  file: 'ledger/src/journal/lock-lane.js',
  mark: 'lane lock',
  change: (line) => line.replace('pg_advisory_xact_lock($1, $2)', '$1::int, $2::int'),
};

export const mutants: readonly Mutant[] = [
  {
    name: 'no account lock',
    edits: [withoutLaneLock, { file: accounts, mark: 'account lock', change: () => '' }],
    faultPlan: 'two instances',
    guards: versionGuards,
  },
  {
    name: 'balance read before the lock',
    edits: [
      withoutLaneLock,
      {
        file: accounts,
        mark: 'account read',
        change: (line) => `
          const rows = await queryRunner.manager.query(
            lockStatement(queryRunner.dataSource).replace('FOR UPDATE OF account', ''),
            [shards, ownerKinds, ownerIds, assets, distinctShards],
          );
          ${line.replace('const rows = ', '')}`,
      },
    ],
    faultPlan: 'two instances',
    guards: versionGuards,
  },
  {
    name: 'no idempotency claim',
    edits: [withoutLaneLock, { file: claims, mark: 'claim', change: (line) => `return new Map();\n${line}` }],
    faultPlan: 'two instances',
    guards: '',
  },
  {
    name: 'claim outside the transaction',
    edits: [
      {
        file: claims,
        mark: 'claim',
        change: (line) => line.replace('queryRunner.manager', 'queryRunner.dataSource'),
      },
    ],
    faultPlan: 'cuts at COMMIT',
    guards: `DROP TRIGGER idempotency_keys_keep_their_outcome ON idempotency_keys`,
  },
  {
    name: 'answer before COMMIT',
    edits: [
      {
        file: 'ledger/src/journal/batch-runner.js',
        mark: 'answer',
        change: (line) => `
          ${line.replace('return', 'const early = await')}
          for (const [request, outcome] of early) request.resolve(outcome);
          return early;`,
      },
    ],
    faultPlan: 'kills at COMMIT',
    guards: '',
  },
  {
    name: 'retry that does not reclaim its key',
    edits: [
      {
        file: 'ledger/src/journal/claim-and-lock.js',
        mark: 'claim of a batch',
        change: () => `
          const fresh = first.filter((request) => !request.tried).map((request) => request.claim);
          for (const request of first) request.tried = true;
          const claiming = fresh.length === 0 ? { answer: Promise.resolve(new Map()) }
            : await pipeline.send(() => claimKeys(queryRunner, fresh));`,
      },
    ],
    faultPlan: 'cuts at COMMIT',
    guards: identityGuards,
  },
  {
    name: 'a capture that ignores the lapse',
    edits: [
      {
        file: 'holds/src/hold-rule.js',
        mark: 'lapse',
        change: (line) => line.replace('isLapsed(hold, this.now)', "hold.status === 'lapsed'"),
      },
    ],
    faultPlan: 'lapses',
    guards: eventGuards,
  },
  {
    name: 'a reversal total kept per cause',
    edits: [
      {
        file: reversalFacts,
        mark: 'running total',
        change: (line) =>
          line.replace(
            ' reversed_after ',
            ` (SELECT coalesce(sum(same.asked), 0) FROM reversals same
               WHERE same.shard = reversals.shard AND same.original_id = reversals.original_id
                 AND same.operation = reversals.operation AND same.cause = ANY ($8::text[])) AS reversed_after `.replaceAll(
              /\s+/g,
              ' ',
            ),
          ),
      },
      {
        file: reversalFacts,
        mark: 'asked parts',
        change: (line) =>
          `${line.trimEnd().replace(/,?$/, ',')} wanted.map(({ asked }) => asked.cause ?? 'refund'),`,
      },
    ],
    faultPlan: 'two instances',
    guards: '',
  },
  {
    name: 'a payment claim outside the transaction',
    edits: [
      {
        file: 'ledger/src/journal/claiming.js',
        mark: 'reservation',
        change: (line) => line.replace('runFacts(queryRunner,', 'runFacts(queryRunner.dataSource,'),
      },
    ],
    faultPlan: 'two instances',
    guards: '',
  },
];
