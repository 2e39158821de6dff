// What each of several pages takes, asked for by turns on one connection.
import { Connection } from './connection.mjs';
import { requestsOf } from './requests.mjs';
import { askOnce, takeTurns } from './take-turns.mjs';

process.once('message', async (order) => {
  const connection = new Connection(order.url);
  const work = Object.entries(order.pages).map(([name, path]) => {
    const next = requestsOf({ what: 'path', path }, order);
    return [name, () => askOnce(connection, next())];
  });
  const times = await takeTurns(Object.fromEntries(work), order);
  connection.close();
  const succeeded = Object.values(times)[0].succeeded;
  process.send({ times, succeeded }, () => process.exit(0));
});
