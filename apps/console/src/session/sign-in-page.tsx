import * as Tabs from '@radix-ui/react-tabs';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type SyntheticEvent, useState } from 'react';
import { Brand, Button } from '../ui/basics.tsx';
import { TextField } from '../ui/fields.tsx';
import { ProblemNotice } from '../ui/states.tsx';
import { TabList } from '../ui/tab-list.tsx';
import { ThemeToggle } from '../ui/theme.tsx';
import { sessionStore } from './session.ts';
import { readDemo, signInAsPlayer, signInWithKey } from './sign-in.ts';

const demoKeys = [
  { key: 'demo-admin-key', name: 'Demo administrator', can: 'may do everything, freezing included' },
  { key: 'demo-game-key', name: 'Demo game server', can: 'reads wallets and moves credits' },
];

export function SignInPage() {
  const demo = useQuery({ queryKey: ['demo'], queryFn: readDemo, staleTime: Infinity });
  const signIn = useMutation({ mutationFn: (attempt: () => Promise<void>) => attempt() });
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col justify-center gap-4 px-4 py-8">
      <div className="flex items-center justify-between">
        <Brand />
        <ThemeToggle />
      </div>
      <div className="rounded-lg border border-line bg-surface p-5">
        <h1 className="text-lg font-semibold">Sign in to the console</h1>
        <p className="mt-1 mb-4 text-sm text-muted">
          Look up wallets, move credits and prove the ledger. What you enter stays in this tab.
        </p>
        {sessionStore.hasExpired() && !signIn.error && (
          <p role="status" className="mb-4 rounded-md bg-warn-soft p-3 text-sm text-warn">
            The service no longer accepts your key or token. Sign in again.
          </p>
        )}
        {signIn.error && (
          <div className="mb-4">
            <ProblemNotice error={signIn.error} />
          </div>
        )}
        {demo.data === true && (
          <div className="mb-5 border-b border-line pb-5">
            <h2 className="mb-2 text-xs font-medium text-muted">Demonstration: sign in with one click</h2>
            <div className="grid gap-2">
              {demoKeys.map(({ key, name, can }, index) => (
                <Button
                  key={key}
                  kind={index === 0 ? 'primary' : 'plain'}
                  className="h-auto w-full flex-col gap-0 py-2"
                  disabled={signIn.isPending}
                  onClick={() => {
                    signIn.mutate(() => signInWithKey(key, name));
                  }}
                >
                  {name}
                  <span className="text-xs font-normal whitespace-normal">{can}</span>
                </Button>
              ))}
            </div>
          </div>
        )}
        <Tabs.Root defaultValue="key">
          <TabList
            label="Sign in with"
            tabs={[
              { value: 'key', name: 'API key' },
              { value: 'player', name: 'Player' },
            ]}
          />
          <Tabs.Content value="key" className="pt-4">
            <KeyForm
              pending={signIn.isPending}
              onSubmit={(key) => {
                signIn.mutate(() => signInWithKey(key));
              }}
            />
          </Tabs.Content>
          <Tabs.Content value="player" className="pt-4">
            <PlayerForm
              pending={signIn.isPending}
              onSubmit={(userId, password) => {
                signIn.mutate(() => signInAsPlayer(userId, password));
              }}
            />
          </Tabs.Content>
        </Tabs.Root>
      </div>
      <p className="text-center text-xs text-muted">
        <a className="underline underline-offset-2 hover:text-ink" href="/docs">
          API documentation
        </a>
      </p>
    </main>
  );
}

function KeyForm({ pending, onSubmit }: { pending: boolean; onSubmit: (key: string) => void }) {
  const [key, setKey] = useState('');
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    onSubmit(key.trim());
  };
  return (
    <form onSubmit={submit} className="space-y-3">
      <TextField
        label="API key"
        type="password"
        required
        mono
        value={key}
        onValue={setKey}
        placeholder="wk_…"
      />
      <Button type="submit" className="w-full" disabled={pending}>
        Sign in
      </Button>
    </form>
  );
}

function PlayerForm({
  pending,
  onSubmit,
}: {
  pending: boolean;
  onSubmit: (userId: string, password: string) => void;
}) {
  const [userId, setUserId] = useState('');
  const [password, setPassword] = useState('');
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    onSubmit(userId.trim(), password);
  };
  return (
    <form onSubmit={submit} className="space-y-3">
      <TextField label="User id" required value={userId} onValue={setUserId} autoComplete="username" />
      <TextField
        label="Password"
        type="password"
        required
        value={password}
        onValue={setPassword}
        autoComplete="current-password"
      />
      <Button type="submit" className="w-full" disabled={pending}>
        Sign in
      </Button>
    </form>
  );
}
