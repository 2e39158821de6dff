import type { QueryRunner } from 'typeorm';
import type { Pipeline } from './pipeline.js';

interface Plans {
  /** How many rows the connection has written, roughly. */
  written: number;
  /** How many it had written when its plans were made. */
  madeAt: number;
}

const plansOf = new WeakMap<object, Plans>();

/** How much a connection may write, of what it has written, before its plans are made again. */
const growth = 1 / 4;

/**
 * Has the statements of a connection planned again, those in triggers included, whenever it has written a quarter more than when they
 * were planned. A plan outlives the tables that it fits: on empty tables the planner reads whole shards, and a statement planned
 * then locks the accounts of one batch in 62 ms among 100,000 accounts, and in 0.5 ms planned anew. PostgreSQL looks again
 * only when autovacuum has analysed the tables, up to a minute later. ADR 26 has the figures.
 *
 * The connection is the one on which `queryRunner` has a transaction open; `rows` is roughly what that will write.
 */
export async function renewPlans(queryRunner: QueryRunner, pipeline: Pipeline, rows: number): Promise<void> {
  const connection = (await queryRunner.connect()) as object;
  const { written, madeAt } = plansOf.get(connection) ?? { written: 0, madeAt: 1 };
  const isDue = written >= madeAt * (1 + growth);
  plansOf.set(connection, { written: written + rows, madeAt: isDue ? written : madeAt });
  if (isDue) await pipeline.push(() => queryRunner.query('DISCARD PLANS'));
}
