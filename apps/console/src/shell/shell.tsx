import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { type Session, sessionStore } from '../session/session.ts';
import { Brand, Button } from '../ui/basics.tsx';
import { ThemeToggle } from '../ui/theme.tsx';

const pages = [
  { path: '/wallet', name: 'Wallet', players: true },
  { path: '/do', name: 'Do', players: true },
  { path: '/economy', name: 'Economy', players: false },
  { path: '/integrity', name: 'Integrity', players: false },
];

/** The frame of every page: navigation, the signed-in caller, colours and sign-out. */
export function Shell({ session, children }: { session: Session; children: ReactNode }) {
  const [location] = useLocation();
  const queryClient = useQueryClient();
  const isPlayer = session.kind === 'player';
  return (
    <>
      <a
        href="#page"
        className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:bg-surface focus:px-3 focus:py-2"
      >
        Skip to the page
      </a>
      <header className="border-b border-line bg-surface">
        <div className="mx-auto flex max-w-7xl flex-wrap items-center gap-x-6 px-4 sm:flex-nowrap">
          <div className="py-3">
            <Brand />
          </div>
          <nav
            aria-label="Pages"
            className="order-last -mx-4 flex w-[calc(100%+2rem)] border-t border-line px-2 sm:order-none sm:mx-0 sm:w-auto sm:border-0 sm:px-0"
          >
            {pages
              .filter(({ players }) => players || !isPlayer)
              .map(({ path, name }) => {
                const active = location === path || location.startsWith(`${path}/`);
                return (
                  <Link
                    key={path}
                    href={path}
                    aria-current={active ? 'page' : undefined}
                    className={`flex-1 border-b-2 px-3 py-3 text-center text-sm font-medium sm:flex-none ${active ? 'border-accent text-ink' : 'border-transparent text-muted hover:text-ink'}`}
                  >
                    {name}
                  </Link>
                );
              })}
          </nav>
          <div className="ml-auto flex items-center gap-1 py-2">
            <span className="mr-1 hidden max-w-48 truncate text-sm text-muted md:inline" title={session.name}>
              {session.name}
            </span>
            <ThemeToggle />
            <Button
              kind="quiet"
              onClick={() => {
                queryClient.clear();
                sessionStore.signOut();
              }}
            >
              Sign out
            </Button>
          </div>
        </div>
      </header>
      <main id="page" tabIndex={-1} className="mx-auto max-w-7xl px-4 py-5 outline-none">
        {children}
      </main>
    </>
  );
}
