import { useSyncExternalStore } from 'react';
import { Button } from './basics.tsx';

export type Theme = 'system' | 'light' | 'dark';

const storageKey = 'wallet-console-theme';
const listeners = new Set<() => void>();
let theme = stored();

function stored(): Theme {
  try {
    const value = localStorage.getItem(storageKey);
    return value === 'light' || value === 'dark' ? value : 'system';
  } catch {
    return 'system';
  }
}

/** Applies and stores the choice. `system` follows the operating system. */
export function applyTheme(next: Theme = theme): void {
  theme = next;
  if (next === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = next;
  try {
    if (next === 'system') localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, next);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  for (const listener of listeners) listener();
}

function useTheme(): Theme {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => theme,
  );
}

const next: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' };
const names: Record<Theme, string> = { system: 'Auto', light: 'Light', dark: 'Dark' };

/** Cycles through system, light and dark. */
export function ThemeToggle() {
  const theme = useTheme();
  return (
    <Button
      kind="quiet"
      aria-label={`Colours: ${names[theme]}`}
      onClick={() => {
        applyTheme(next[theme]);
      }}
    >
      <svg viewBox="0 0 16 16" className="size-4" aria-hidden="true">
        <circle cx="8" cy="8" r="6.25" className="fill-transparent stroke-current" strokeWidth="1.5" />
        <path d="M8 1.75a6.25 6.25 0 0 1 0 12.5z" className="fill-current" />
      </svg>
      {names[theme]}
    </Button>
  );
}
