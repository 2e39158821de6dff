import { systemOwner, userOwner } from '@app/accounts';
import {
  type AskedOf,
  type Capability,
  type EconomyFlow,
  economyMovements,
  type EffectKind,
  type Fact,
  type NamedCheck,
  type Posting,
  postingByRule,
  type Rule,
  type Session,
} from '@app/ledger';
import { Controller, Module, Param, Post } from '@nestjs/common';
import { Client } from 'pg';
import { appCapability } from '../../apps/wallet-api/src/capabilities/app-capability.js';
import { UserParams } from '../../apps/wallet-api/src/capabilities/users/user.params.js';
import { RequiresScope } from '../../apps/wallet-api/src/request/access/access.decorator.js';
import { defineProblems } from '../../apps/wallet-api/src/request/problems/define-problems.js';
import { textMember } from '../../apps/wallet-api/src/request/problems/member-schemas.js';
import { Transactional } from '../../apps/wallet-api/src/request/transactional/transactional.decorator.js';

/** A capability from outside: a streak bonus that pays once per user and UTC day. It is not part of the service. */
interface Streak {
  userId: string;
  /** Makes the rule throw, as a bug would. */
  broken?: boolean;
}

interface StreakRefusal {
  readonly code: 'streak-claimed';
  readonly day: string;
  readonly [member: string]: string;
}

interface Claim {
  day: string;
}

const amount = 7;
const effect = 'streak-claim';

const streakRule: Rule<Streak, StreakRefusal> = {
  name: 'streak',
  routes: ({ userId }) => [{ source: systemOwner('streaks'), destination: userOwner(userId), asset: 'GOLD' }],
  before: (asking) => ({
    sql: `SELECT wanted.user_id AS "userId", claimed.day
          FROM unnest($1::smallint[], $2::text[]) AS wanted (shard, user_id)
          CROSS JOIN LATERAL (
            SELECT day FROM streak_claims
            WHERE shard = wanted.shard AND shard = ANY ($3::smallint[]) AND user_id = wanted.user_id
            ORDER BY day DESC LIMIT 3
          ) AS claimed`,
    parameters: [
      asking.map(({ shard }) => shard),
      asking.map(({ userId }) => userId),
      [...new Set(asking.map(({ shard }) => shard))],
    ],
  }),
  session: (facts, { now }) =>
    streakSession(
      (facts as readonly (Fact & { userId: string; day: string })[]).map(
        ({ userId, day }) => `${userId} ${day}`,
      ),
      now.toISOString().slice(0, 10),
    ),
};

function streakSession(claimed: readonly string[], day: string): Session<Streak, StreakRefusal> {
  const isClaimed: NamedCheck<AskedOf<Streak>, StreakRefusal, 'known'> = {
    rung: 'known',
    code: 'streak-claimed',
    refusal({ userId, asked }) {
      if (asked.broken) throw new Error('the streak is broken');
      return claimed.includes(`${userId} ${day}`) ? { code: 'streak-claimed', day } : undefined;
    },
  };
  return {
    checks: [isClaimed],
    resolve: ({ routes }) => ({
      legs: routes.map((route) => ({ ...route, amount })),
      description: `Streak of ${day}`,
      metadata: { streak: { day } },
      effects: [{ kind: effect, data: { day } }],
    }),
    accept: ({ userId }) => streakSession([...claimed, `${userId} ${day}`], day),
  };
}

const streakClaims: EffectKind<Claim> = {
  name: effect,
  texts: ({ day }) => [day],
  write: (queryRunner, effects) =>
    queryRunner.query(
      `INSERT INTO streak_claims (shard, user_id, day, transaction_id)
       SELECT * FROM unnest($1::smallint[], $2::text[], $3::text[], $4::uuid[])`,
      [
        effects.map(({ shard }) => shard),
        effects.map(({ userId }) => userId),
        effects.map(({ data }) => data.day),
        effects.map(({ transactionId }) => transactionId),
      ],
    ),
  invariant: {
    name: 'streaks-are-claimed-once',
    sql: `
      SELECT coalesce(t.id, c.transaction_id)::text AS subject,
             c.user_id IS DISTINCT FROM t.user_id
               OR effect_digest(t.effects_digest, '${effect}')
                  IS DISTINCT FROM sha256(hash_text('${effect}') || hash_text(c.day)) AS bad
      FROM (
        SELECT * FROM transactions WHERE shard = $1 AND effect_digest(effects_digest, '${effect}') IS NOT NULL
      ) AS t
      FULL JOIN (SELECT * FROM streak_claims WHERE shard = $1) AS c ON c.transaction_id = t.id`,
  },
};

const streakFlow: EconomyFlow = {
  name: 'streaks',
  types: ['streak'],
  sql: `SELECT 'GOLD' AS asset, ${amount} AS issued, 0 AS absorbed FROM streak_claims
        WHERE shard = ANY ($1) AND shard = t.shard AND transaction_id = t.id`,
};

const streakCapability: Capability<StreakRefusal> = {
  name: 'streaks',
  transactionTypes: { streak: 'keyed' },
  systemAccounts: ['streaks'],
  refusals: { 'streak-claimed': 'final' },
  rules: [streakRule],
  effects: [streakClaims],
  economyFlows: [streakFlow, { name: 'streak-credits', types: ['streak'], sql: economyMovements }],
};

/** Describes the claim of today's bonus. */
export function claimStreak(asked: Streak): Posting {
  const details = { userId: asked.userId, reference: null, description: null, metadata: {} };
  return postingByRule(streakRule, asked, { type: 'streak', ...details });
}

const streakProblems = defineProblems<StreakRefusal>()({
  'streak-claimed': {
    status: 422,
    title: 'The bonus of the day was claimed',
    explanation: 'The streak bonus pays once per user and UTC day.',
    members: { day: textMember('The UTC day of the bonus.', '2026-01-01') },
    sentence: ({ day }) => `The bonus of ${day} was claimed.`,
  },
});

declare module '../../apps/wallet-api/src/request/problems/problem-code.js' {
  interface ProblemCodes {
    'streak-claimed': true;
  }
}

@Controller('v1/wallets/:userId')
class StreaksController {
  @Post('streak')
  @RequiresScope('wallet:reward')
  @Transactional({ problems: ['streak-claimed'], body: 'optional' })
  claim(@Param() { userId }: UserParams): Posting {
    return claimStreak({ userId });
  }
}

@Module({ controllers: [StreaksController] })
class StreaksModule {}

export const streaks = appCapability({
  name: 'streaks',
  module: StreaksModule,
  ledger: streakCapability,
  problems: streakProblems,
});

/** Creates the table, as a migration of the capability would. */
export async function createStreakTable(databaseUrl: string): Promise<void> {
  const owner = new Client({ connectionString: databaseUrl });
  await owner.connect();
  await owner.query(`
    CREATE TABLE streak_claims (
      shard          smallint NOT NULL,
      user_id        text COLLATE "C" NOT NULL,
      day            text COLLATE "C" NOT NULL,
      transaction_id uuid     NOT NULL,
      PRIMARY KEY (shard, user_id, day),
      FOREIGN KEY (transaction_id, shard) REFERENCES transactions (id, shard)
    );
    CREATE INDEX streak_claims_of_transaction ON streak_claims (shard, transaction_id);
    GRANT SELECT, INSERT ON streak_claims TO wallet_app`);
  await owner.end();
}
