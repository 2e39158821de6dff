import type { QueryRunner } from 'typeorm';
import type { Pipeline } from './pipeline.js';

interface Plans {
  /** Roughly how many rows the connection has written. */
  written: number;
  /** Rows written when its plans were made. */
  madeAt: number;
}

const plansOf = new WeakMap<object, Plans>();

/** The growth of rows written after which plans are renewed. */
const growth = 1 / 4;

/**
 * Discards a connection's plans, including those in triggers, whenever it has written a quarter more rows than when they were
 * made. A plan does not adapt to growing tables: on empty tables the planner chooses to read whole shards. Such a plan locks the
 * accounts of one batch in 62 ms among 100,000 accounts, a fresh one in 0.5 ms. PostgreSQL itself replans only after autovacuum
 * has analysed the tables, up to a minute later. ADR 26 has the figures.
 *
 * `queryRunner` has a transaction open, which will write roughly `rows`.
 */
export async function renewPlans(queryRunner: QueryRunner, pipeline: Pipeline, rows: number): Promise<void> {
  const connection = (await queryRunner.connect()) as object;
  const { written, madeAt } = plansOf.get(connection) ?? { written: 0, madeAt: 1 };
  const isDue = written >= madeAt * (1 + growth);
  plansOf.set(connection, { written: written + rows, madeAt: isDue ? written : madeAt });
  if (isDue) await pipeline.push(() => queryRunner.query('DISCARD PLANS'));
}
