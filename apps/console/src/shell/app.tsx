import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { useSession } from '../session/session.ts';
import { SignInPage } from '../session/sign-in-page.tsx';
import { EmptyState, Loading } from '../ui/states.tsx';
import { Shell } from './shell.tsx';

const WalletPage = lazy(() => import('../wallet/wallet-page.tsx'));
const ActionsPage = lazy(() => import('../actions/actions-page.tsx'));
const EconomyPage = lazy(() => import('../economy/economy-page.tsx'));
const IntegrityPage = lazy(() => import('../integrity/integrity-page.tsx'));

/** Without a session every address shows the sign-in page, and its page after that. */
export function App() {
  const session = useSession();
  if (!session) return <SignInPage />;
  const home = session.kind === 'player' ? `/wallet/${encodeURIComponent(session.name)}` : '/wallet';
  return (
    <Shell session={session}>
      <Suspense fallback={<Loading rows={6} />}>
        <Switch>
          <Route path="/wallet/:userId?">{({ userId }) => <WalletPage userId={userIdOf(userId)} />}</Route>
          <Route path="/do">
            <ActionsPage />
          </Route>
          <Route path="/economy">
            <EconomyPage />
          </Route>
          <Route path="/integrity">
            <IntegrityPage />
          </Route>
          <Route path="/">
            <Redirect to={home} replace />
          </Route>
          <Route>
            <EmptyState title="Page not found">Choose one of the pages above.</EmptyState>
          </Route>
        </Switch>
      </Suspense>
    </Shell>
  );
}

/**
 * The router decodes an address with `decodeURI`, which leaves `%40`, `%3A` and `%2B` as they are: the id `a@b` would be asked
 * for as `a%40b`. No user id has a percent sign, so decoding twice is safe.
 */
function userIdOf(segment: string | undefined): string | undefined {
  try {
    return segment && decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
