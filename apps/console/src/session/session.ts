import { useSyncExternalStore } from 'react';

/** The signed-in caller. Kept only in the session storage of this tab, until it is closed. */
export interface Session {
  kind: 'client' | 'player';
  name: string;
  token: string;
}

const storageKey = 'wallet-console-session';

let current = read();
let expired = false;
const listeners = new Set<() => void>();

function read(): Session | undefined {
  try {
    const stored = sessionStorage.getItem(storageKey);
    return stored === null ? undefined : (JSON.parse(stored) as Session);
  } catch {
    return undefined;
  }
}

function change(next: Session | undefined, { hasExpired = false } = {}): void {
  current = next;
  expired = hasExpired;
  try {
    if (next) sessionStorage.setItem(storageKey, JSON.stringify(next));
    else sessionStorage.removeItem(storageKey);
  } catch {
    // Without storage the session lives as long as the page.
  }
  for (const listener of listeners) listener();
}

export const sessionStore = {
  token: () => current?.token,
  name: () => current?.name,
  /** Whether the last session was ended by the service. */
  hasExpired: () => expired,
  signIn: (session: Session) => {
    change(session);
  },
  signOut: () => {
    change(undefined);
  },
  /** The service no longer accepts the token. */
  expire: () => {
    if (current) change(undefined, { hasExpired: true });
  },
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

export function useSession(): Session | undefined {
  return useSyncExternalStore(sessionStore.subscribe, () => current);
}
