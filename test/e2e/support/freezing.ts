import type { TestService } from '../../support/test-service.js';
import type { Answer } from '../../support/wallet-client.js';

/** Freezes a wallet as an administrator does. */
export function freeze(service: TestService, userId: string): Promise<Answer> {
  return change(service, userId, 'freeze');
}

export function unfreeze(service: TestService, userId: string): Promise<Answer> {
  return change(service, userId, 'unfreeze');
}

async function change(service: TestService, userId: string, action: string): Promise<Answer> {
  const answer = await service.client.post(`/v1/users/${userId}/${action}`, { reason: 'a test' });
  if (answer.status !== 200) throw new Error(`could not ${action} ${userId}: ${answer.text}`);
  return answer;
}
