import { api, bodyOf } from '../api/client.ts';
import { sessionStore } from './session.ts';

/** Signs in with an API key, after the service has said that it is one. Throws ProblemError if not. */
export async function signInWithKey(key: string, name?: string): Promise<void> {
  // Nobody is signed in yet, so that the key goes with this one request alone.
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

/** Whether this is a demonstration, whose keys everybody knows. */
export async function readDemo(): Promise<boolean> {
  const response = await fetch('/console/config.json');
  return response.ok && ((await response.json()) as { demo: boolean }).demo;
}
