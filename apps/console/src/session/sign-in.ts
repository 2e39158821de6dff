import { isProblemDocument, ProblemError } from '../api/problem.ts';
import { sessionStore } from './session.ts';

/** Signs in with an API key, after the service has said that it is one. Throws ProblemError if not. */
export async function signInWithKey(key: string, name?: string): Promise<void> {
  // Nobody is signed in yet, so that the key goes with this one request alone.
  const response = await fetch('/v1/assets', { headers: { authorization: `Bearer ${key}` } });
  if (!response.ok) throw await problemIn(response);
  sessionStore.signIn({
    kind: 'client',
    name: name ?? `Key ${key.slice(0, 3)}…${key.slice(-4)}`,
    token: key,
  });
}

/** Signs in as a player. Throws ProblemError if the password is wrong. */
export async function signInAsPlayer(userId: string, password: string): Promise<void> {
  const response = await fetch('/v1/auth/login', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userId, password }),
  });
  if (!response.ok) throw await problemIn(response);
  const { accessToken } = (await response.json()) as { accessToken: string };
  sessionStore.signIn({ kind: 'player', name: userId, token: accessToken });
}

/** Whether this is a demonstration, whose keys everybody knows. */
export async function readDemo(): Promise<boolean> {
  const response = await fetch('/console/config.json');
  return response.ok && ((await response.json()) as { demo: boolean }).demo;
}

async function problemIn(response: Response): Promise<Error> {
  const body: unknown = await response.json().catch(() => undefined);
  return isProblemDocument(body) ? new ProblemError(body) : new Error(`status ${response.status}`);
}
