import { sessionStore } from '../session/session.ts';
import type { WriteRequest } from './send-write.ts';

/** A write whose outcome is unknown, and the user whose wallet it changes. */
export interface UnsettledWrite {
  userId: string;
  request: WriteRequest;
}

const storageKey = (action: string) => `wallet-console-unsettled-${action}`;
const kept = new Map<string, UnsettledWrite & { by: string | undefined }>();

/**
 * One unsettled write per action. They outlive the page in the tab's session storage, and are shown only to the caller that
 * sent them: a key belongs to one client.
 */
export const unsettledWrites = {
  keep(action: string, write: UnsettledWrite): void {
    const entry = { ...write, by: sessionStore.name() };
    kept.set(action, entry);
    try {
      sessionStorage.setItem(storageKey(action), JSON.stringify(entry));
    } catch {
      // Without storage it lives as long as the page.
    }
  },
  of(action: string): UnsettledWrite | undefined {
    const entry = kept.get(action) ?? stored(action);
    return entry?.by === sessionStore.name() ? entry : undefined;
  },
  drop(action: string): void {
    kept.delete(action);
    try {
      sessionStorage.removeItem(storageKey(action));
    } catch {
      // Without storage there is nothing to remove.
    }
  },
};

function stored(action: string): (UnsettledWrite & { by: string | undefined }) | undefined {
  try {
    const text = sessionStorage.getItem(storageKey(action));
    return text === null ? undefined : (JSON.parse(text) as UnsettledWrite & { by: string | undefined });
  } catch {
    return undefined;
  }
}
