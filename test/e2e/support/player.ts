import type { ContractClient, ContractService } from './contract-service.js';

export const password = 'correct horse battery staple';

export interface Player {
  userId: string;
  token: string;
  /** Sends the player's token. */
  client: ContractClient;
}

/** Signs a player up. */
export async function becomePlayer(service: ContractService, userId: string): Promise<Player> {
  const answer = await post(service, '/v1/auth/signup', { userId, password });
  expect(answer.status).toBe(201);
  const token = String(answer.json.accessToken);
  return { userId, token, client: service.as(token) };
}

/** A request without credentials. */
export function post(
  service: ContractService,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
) {
  return service.as('').send({
    method: 'POST',
    path,
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}
