import type { Owner } from '@app/accounts';
import type { Route } from '@app/ledger';

/** The route of a posting with one leg; none if its asset is not known. */
export function singleRoute(source: Owner, destination: Owner, asset: string | undefined): Route[] {
  return asset === undefined ? [] : [{ source, destination, asset }];
}

/** Whether the asset was known when the posting was described. */
export function routedIn(routes: readonly Route[]): boolean {
  return routes.length > 0;
}

/** Throws if something is in another asset than the accounts that are locked for it. That never happens: its asset does not change. */
export function requireSameAsset(
  { code, asset }: { code: string; asset: string },
  routes: readonly Route[],
): void {
  if (routes.some((route) => route.asset !== asset)) {
    const locked = routes.map((route) => route.asset).join(', ');
    throw new Error(`${code} is priced in ${asset}, and was in ${locked}`);
  }
}
