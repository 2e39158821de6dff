// What one request takes when nobody else asks, beside what PostgreSQL takes for the least that is durable. Both run in one
// process, so that they meet the same disk in the same state.
import pg from 'pg';
import { Connection } from './connection.mjs';
import { requestsOf } from './requests.mjs';
import { askOnce, takeTurns } from './take-turns.mjs';

/** Long enough for everybody to be idle again, and for the timers of a service that waits to show. */
const pauseMs = 2;

const insert = { name: 'insert', text: 'INSERT INTO bench_rows (value) VALUES ($1)', values: [1] };

process.once('message', async (order) => {
  const client = new pg.Client({ connectionString: order.databaseUrl });
  await client.connect();
  await client.query('CREATE TABLE IF NOT EXISTS bench_rows (value integer)');
  const connection = new Connection(order.url);
  const next = requestsOf(order.ask, order);

  const times = await takeTurns(
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
  process.send({ times, succeeded: times.request.succeeded }, () => process.exit(0));
});
