import { api, bodyOf } from '../api/client.ts';
import { sessionStore } from './session.ts';

/** Signs in with an API key that the service accepts. Throws ProblemError if it does not. */
export async function signInWithKey(key: string, name?: string): Promise<void> {
  // There is no session yet: the key is sent with this request only.
  await bodyOf(api.GET('/v1/assets', { headers: { authorization: `Bearer ${key}` } }));
  sessionStore.signIn({ kind: 'client', name: name ?? `Key …${key.slice(-4)}`, token: key });
}

/** Signs in as a player. Throws ProblemError if the password is wrong. */
export async function signInAsPlayer(userId: string, password: string): Promise<void> {
  const { accessToken, userId: name } = await bodyOf(
    api.POST('/v1/auth/login', { body: { userId, password } }),
  );
  sessionStore.signIn({ kind: 'player', name, token: accessToken });
}

/** Whether this is a demonstration, whose keys are public. */
export async function readDemo(): Promise<boolean> {
  const response = await fetch('/console/config.json');
  return response.ok && ((await response.json()) as { demo: boolean }).demo;
}
