// The latency of several pages, requested in turns on one connection.
import { answerOrder } from './answer-order.js';
import { askOnce, Connection } from './connection.js';
import { requestsOf } from './requests.js';
import { takeTurns } from './take-turns.js';
import type { Window } from './tally.js';

export interface PagesOrder extends Window {
  url: string;
  key: string;
  /** Paths by name. */
  pages: Record<string, string>;
}

answerOrder<'page-latency'>(async (order) => {
  const connection = new Connection(order.url);
  const work = Object.entries(order.pages).map(([name, path]) => {
    const next = requestsOf({ what: 'path', path }, order);
    return [name, () => askOnce(connection, next())] as const;
  });
  const result = await takeTurns(Object.fromEntries(work), order);
  connection.close();
  return result;
});
