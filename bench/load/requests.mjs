import { randomUUID } from 'node:crypto';

/**
 * What is asked for, as a function that gives the text of the next request. `ask` is plain data, because it comes from
 * another process:
 *
 * - `{ what: 'topup', users }`: a top-up of one of so many users, or of the one `user`
 * - `{ what: 'balance', users }`: the balance of one of so many users
 * - `{ what: 'path', path }`: this page
 */
export function requestsOf(ask, { url, key }) {
  const head = `host: ${new URL(url).host}\r\nauthorization: Bearer ${key}\r\n`;
  const userId = () => ask.user ?? `user-${Math.floor(Math.random() * ask.users)}`;
  const get = (path) => `GET ${path} HTTP/1.1\r\n${head}\r\n`;
  switch (ask.what) {
    case 'topup':
      return () => topUp(userId(), head);
    case 'balance':
      return () => get(`/v1/wallets/${userId()}/GOLD`);
    case 'path':
      return () => get(ask.path);
    default:
      throw new Error(`nobody knows how to ask for ${ask.what}`);
  }
}

export function topUp(userId, head) {
  const body = `{"amount":${1 + Math.floor(Math.random() * 1000)}}`;
  return (
    `POST /v1/wallets/${userId}/GOLD/topup HTTP/1.1\r\n${head}content-type: application/json\r\n` +
    `idempotency-key: ${randomUUID()}\r\ncontent-length: ${body.length}\r\n\r\n${body}`
  );
}
