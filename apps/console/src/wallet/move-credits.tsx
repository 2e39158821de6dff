import { Link } from 'wouter';
import { actions } from '../actions/actions.ts';
import { useSession } from '../session/session.ts';
import { Card } from '../ui/basics.tsx';

/** Links to the actions, with the user and the asset filled in. A retired asset cannot be credited. */
export function MoveCredits({ userId, asset, retired }: { userId: string; asset: string; retired: boolean }) {
  const session = useSession();
  const offered = actions.filter(
    ({ players, credits, of }) =>
      (players || session?.kind === 'client') && of === undefined && !(credits && retired),
  );
  return (
    <Card title="Move credits">
      <ul className="grid grid-cols-2 gap-2">
        {offered.map(({ name, title }) => (
          <li key={name}>
            <Link
              href={`/do?${new URLSearchParams({ action: name, user: userId, asset }).toString()}`}
              className="block rounded-md border border-line-strong px-3 py-1.5 text-center text-sm font-medium hover:bg-sunken"
            >
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
