import { randomUUID } from 'node:crypto';

/** What to request. Plain data, because it comes from another process. */
export type Ask =
  /** Top-ups of one user, or of a random one of so many. */
  | { what: 'topup'; users: number }
  | { what: 'topup'; user: string }
  /** Top-ups of a random one of these users. */
  | { what: 'topup'; userIds: string[] }
  /** The balance of a random user. */
  | { what: 'balance'; users: number }
  /** This page. */
  | { what: 'path'; path: string }
  /** A page, or a posting if there is a body. `{user}` becomes a random user, `{number}` a random one of so many. */
  | { what: 'wallet'; path: string; body?: string; users: number; numbers: number };

/** Returns a function that makes the text of the next request. */
export function requestsOf(ask: Ask, { url, key }: { url: string; key: string }): () => string {
  const head = headersOf({ url, key });
  const get = (path: string) => `GET ${path} HTTP/1.1\r\n${head}\r\n`;
  switch (ask.what) {
    case 'topup':
      return () => topUp(userOf(ask), head);
    case 'balance':
      return () => get(`/v1/wallets/${randomUser(ask.users)}/GOLD`);
    case 'path':
      return () => get(ask.path);
    case 'wallet':
      return () => {
        const number = String(Math.floor(Math.random() * ask.numbers));
        const path = ask.path.replace('{user}', randomUser(ask.users)).replace('{number}', number);
        return ask.body === undefined ? get(path) : post(path, head, ask.body);
      };
  }
}

export function headersOf({ url, key }: { url: string; key: string }): string {
  return `host: ${new URL(url).host}\r\nauthorization: Bearer ${key}\r\n`;
}

export function topUp(userId: string, head: string): string {
  return post(`/v1/wallets/${userId}/GOLD/topup`, head, `{"amount":${1 + Math.floor(Math.random() * 1000)}}`);
}

function post(path: string, head: string, body: string): string {
  return (
    `POST ${path} HTTP/1.1\r\n${head}content-type: application/json\r\n` +
    `idempotency-key: ${randomUUID()}\r\ncontent-length: ${body.length}\r\n\r\n${body}`
  );
}

function userOf(ask: Extract<Ask, { what: 'topup' }>): string {
  if ('user' in ask) return ask.user;
  if ('users' in ask) return randomUser(ask.users);
  return ask.userIds[Math.floor(Math.random() * ask.userIds.length)] ?? '';
}

function randomUser(users: number): string {
  return `user-${Math.floor(Math.random() * users)}`;
}
