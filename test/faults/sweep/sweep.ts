import { ShardMap } from '@app/accounts';
import { Journal, type Outcome, Verification } from '@app/ledger';
import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { createApplication } from '../../../apps/wallet-api/src/process/application.js';
import { withLedger } from '../../../apps/wallet-api/src/process/ledger-context.js';
import { seedDemo } from '../../../seed/seed-demo.js';
import { keyOf, topup } from '../../support/postings.js';
import { type Fate, passAll, type PassingMessage, startPostgresProxy } from '../proxy/postgres-proxy.js';
import { withServerSettings } from '../support/server-settings.js';
import { EffectsBatches } from './effects-batch.js';
import { judgeEffects } from './judge-effects.js';
import {
  type BatchFigures,
  judgeBatch,
  postBatch,
  requestsOf,
  type SweptBatch,
  type SweptRequest,
  usersOf,
} from './swept-batch.js';

/**
 * The conversation to sweep: one on a warm connection, one that connects and prepares its statements, one that opens no account and
 * therefore locks them right after the claim, or a batch with every effect, on a warm connection.
 */
export type Conversation = 'warm' | 'fresh' | 'known' | 'effects';

export interface SweepOptions {
  databaseUrl: string;
  conversation: Conversation;
  fate: Exclude<Fate, 'pass'>;
  /** Several workers share the points: this one takes every `of`-th. */
  worker: { number: number; of: number };
}

export interface SweepReport extends BatchFigures {
  /** The number of messages that met the fate; with one worker, all of them. */
  points: number;
  wrong: string[];
}

/** The time limit of a stalled batch, and how long PostgreSQL keeps an idle transaction open. */
const batchTimeoutMs = 300;
const idleInTransactionMs = 400;

/** A lane renews its plans when they are a second old, which adds messages to the conversation. */
const planLifetimeMs = 1_000;

/** Makes the next conversation consist of the same messages every time. */
const prepare: Record<
  Exclude<Conversation, 'effects'>,
  (tools: {
    post: (userId: string) => Promise<unknown>;
    users: SweptBatch['users'];
    cutAll: () => void;
  }) => Promise<void>
> = {
  // Does everything due, on a connection that stays open.
  warm: async ({ post, users }) => {
    await post(users.known);
  },
  // No credit is a first one.
  known: async ({ post, users }) => {
    await post(users.known);
    await post(users.fresh);
  },
  // Ends the connection, which makes everything due.
  fresh: async ({ cutAll }) => {
    cutAll();
    await sleep(planLifetimeMs + 50);
  },
};

/**
 * Posts the same batch repeatedly through a proxy that applies the fate to the first, second, third … message of its conversation,
 * until the batch has fewer messages: then every message has met it.
 */
export async function sweep({ databaseUrl, conversation, fate, worker }: SweepOptions): Promise<SweepReport> {
  const proxy = await startPostgresProxy(databaseUrl);
  const owner = new pg.Client({ connectionString: databaseUrl });
  await owner.connect();
  const app = await createApplication({
    databaseUrl: withServerSettings(proxy.urlFor(databaseUrl), {
      idle_in_transaction_session_timeout: String(idleInTransactionMs),
    }),
    logLevel: 'silent',
    demoKeys: true,
    journal: { lanes: 1, batchTimeoutMs, retryForMs: 5_000 },
  });
  const journal = app.get(Journal);
  const shards = app.get(ShardMap);
  const report: SweepReport = {
    points: 0,
    wrong: [],
    postings: 0,
    unanswered: 0,
    hadHappened: 0,
    slowestResolutionMs: 0,
  };
  const prefix = `${conversation}-${fate}-${worker.number}`;
  try {
    await seedDemo(app);
    const { known } = usersOf(0, prefix, shards);
    await journal.post(topup(known, 1_000), keyOf());
    const next =
      conversation === 'effects'
        ? effectsOf(new EffectsBatches(journal, prefix, shards), { journal, owner })
        : async (point: number): Promise<Prepared> => {
            const batch = { number: point, users: usersOf(point, prefix, shards) };
            await prepare[conversation]({
              post: (userId) => journal.post(topup(userId, 1), keyOf()),
              users: batch.users,
              cutAll: proxy.cutAll,
            });
            return {
              requests: requestsOf(batch),
              judge: (outcomes) => judgeBatch(owner, batch, outcomes),
            };
          };
    const visit = async (point: number) => {
      const { requests, judge } = await next(point);
      const trap = trapAt(point, fate);
      proxy.intercept = trap.intercept;
      const { outcomes, figures } = await postBatch(journal, requests);
      proxy.intercept = passAll;
      add(report, figures);
      for (const wrong of await judge(outcomes)) {
        report.wrong.push(`${fate} message ${point} (${trap.met() ?? 'none'}): ${wrong}`);
      }
      return trap;
    };
    // The conversation is the same every time if it has as many messages undisturbed before as after the sweep.
    const messages = (await visit(Infinity)).count();
    for (let point = worker.number; ; point += worker.of) {
      const trap = await visit(point);
      if (trap.met() === undefined) break;
      report.points++;
    }
    const afterwards = (await visit(Infinity)).count();
    if (conversation === 'effects' && afterwards !== messages)
      report.wrong.push(`the batch had ${messages} messages, and later ${afterwards}`);
    const audit = await withLedger(databaseUrl, (context) => context.get(Verification).verify());
    if (!audit.ok)
      report.wrong.push(`the audit failed: ${JSON.stringify(audit.invariants.filter(({ ok }) => !ok))}`);
  } finally {
    await app.close();
    await owner.end();
    await proxy.close();
  }
  return report;
}

interface Prepared {
  requests: readonly SweptRequest[];
  judge: (outcomes: readonly Outcome[]) => Promise<string[]>;
}

/** Batches with every effect. One before each has the connection prepare all their statements. */
function effectsOf(
  batches: EffectsBatches,
  { journal, owner }: { journal: Journal; owner: pg.Client },
): () => Promise<Prepared> {
  return async () => {
    await postBatch(journal, (await batches.prepare()).requests);
    const batch = await batches.prepare();
    return { requests: batch.requests, judge: (outcomes) => judgeEffects(owner, batch, outcomes) };
  };
}

function trapAt(point: number, fate: Fate) {
  let count = 0;
  let met: string | undefined;
  return {
    met: () => met,
    /** The messages so far. */
    count: () => count,
    intercept: (message: PassingMessage): Fate => {
      if (++count !== point) return 'pass';
      met = `${message.direction} ${message.type} of ${message.sql.trim().slice(0, 30)}`;
      return fate;
    },
  };
}

function add(report: SweepReport, figures: BatchFigures): void {
  report.postings += figures.postings;
  report.unanswered += figures.unanswered;
  report.hadHappened += figures.hadHappened;
  report.slowestResolutionMs = Math.max(report.slowestResolutionMs, figures.slowestResolutionMs);
}
