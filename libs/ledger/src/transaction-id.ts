import { randomUUID } from 'node:crypto';

/**
 * A UUID version 7 (RFC 9562, section 5.7): 48 bits of milliseconds, then random bits. Later ids sort later, so an index on them
 * grows at its end. The order of history is given by account versions, never by ids.
 */
export function newTransactionId(now: number = Date.now()): string {
  const milliseconds = now.toString(16).padStart(12, '0');
  return `${milliseconds.slice(0, 8)}-${milliseconds.slice(8)}-7${randomUUID().slice(15)}`;
}
