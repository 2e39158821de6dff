import type { Answer, WalletClient } from './wallet-client.js';

/** A request that changes the catalogue: without an Idempotency-Key, and with a body only if given. */
export function administer(
  client: WalletClient,
  operation: `${'POST' | 'PATCH' | 'PUT' | 'DELETE'} /v1/${string}`,
  body?: unknown,
): Promise<Answer> {
  const [method, path = ''] = operation.split(' ');
  return client.send({
    method,
    path,
    ...(body !== undefined && {
      headers: { 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  });
}
