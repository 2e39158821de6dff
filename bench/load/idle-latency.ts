// The latency of one request on an idle service, compared with the cheapest durable commits of PostgreSQL. One process measures
// both, so they meet the same disk in the same state.
import pg from 'pg';
import { answerOrder } from './answer-order.js';
import { askOnce, Connection } from './connection.js';
import { type Ask, requestsOf } from './requests.js';
import { takeTurns } from './take-turns.js';
import type { Window } from './tally.js';

export interface IdleOrder extends Window {
  url: string;
  key: string;
  ask: Ask;
  databaseUrl: string;
}

/** Long enough for every process to be idle again, and for the timers of a service that waits to show. */
const pauseMs = 2;

const insert = { name: 'insert', text: 'INSERT INTO bench_rows (value) VALUES ($1)', values: [1] };

answerOrder<'idle-latency'>(async (order) => {
  const client = new pg.Client({ connectionString: order.databaseUrl });
  await client.connect();
  await client.query('CREATE TABLE IF NOT EXISTS bench_rows (value integer)');
  const connection = new Connection(order.url);
  const next = requestsOf(order.ask, order);

  const result = await takeTurns(
    {
      request: () => askOnce(connection, next()),
      'one INSERT': () => client.query(insert),
      'BEGIN, INSERT, COMMIT': async () => {
        await client.query('BEGIN');
        await client.query(insert);
        await client.query('COMMIT');
      },
    },
    { ...order, pauseMs },
  );
  connection.close();
  await client.end();
  return result;
});
