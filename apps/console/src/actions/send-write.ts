import { sessionStore } from '../session/session.ts';

/** A write as it is sent. */
export interface WriteRequest {
  path: string;
  key: string;
  body: Record<string, unknown>;
}

/** The answer, as received. */
export interface WriteAnswer {
  status: number;
  statusText: string;
  headers: { name: string; value: string }[];
  replayed: boolean;
  text: string;
}

/**
 * Whether the outcome of the write is known. A 5xx or 408 may come after the credits moved, and a 401 or 429 can be retried:
 * each keeps the key for the retry.
 */
export function isSettled({ status }: WriteAnswer): boolean {
  return status < 500 && status !== 401 && status !== 408 && status !== 429;
}

/** The headers worth showing. */
const shownHeaders = ['content-type', 'idempotency-replayed', 'retry-after', 'ratelimit', 'x-request-id'];

/** Sends a write without the API client, to show exactly what is on the wire. Rejects if no answer came. */
export async function sendWrite({ path, key, body }: WriteRequest): Promise<WriteAnswer> {
  const response = await fetch(path, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${sessionStore.token() ?? ''}`,
      'idempotency-key': key,
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (response.status === 401) sessionStore.expire();
  return {
    status: response.status,
    statusText: response.statusText,
    headers: shownHeaders.flatMap((name) => {
      const value = response.headers.get(name);
      return value === null ? [] : [{ name, value }];
    }),
    replayed: response.headers.get('idempotency-replayed') === 'true',
    text,
  };
}

/** The request as text. The token is shortened, because others may see the screen. */
export function requestText({ path, key, body }: WriteRequest): string {
  const token = sessionStore.token() ?? '';
  return [
    `POST ${path} HTTP/1.1`,
    `Host: ${location.host}`,
    `Authorization: Bearer ${token.slice(0, 5)}…`,
    `Idempotency-Key: ${key}`,
    'Content-Type: application/json',
    '',
    JSON.stringify(body, null, 2),
  ].join('\n');
}

export function answerText({ status, statusText, headers, text }: WriteAnswer): string {
  return [
    `HTTP/1.1 ${status} ${statusText}`,
    ...headers.map(({ name, value }) => `${titleCase(name)}: ${value}`),
    '',
    prettyJson(text),
  ].join('\n');
}

function titleCase(name: string): string {
  return name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());
}

function prettyJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
