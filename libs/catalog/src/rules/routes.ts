import type { Owner } from '@app/accounts';
import type { Route } from '@app/ledger';

/** The route of a posting with one leg; empty if its asset is unknown. */
export function singleRoute(source: Owner, destination: Owner, asset: string | undefined): Route[] {
  return asset === undefined ? [] : [{ source, destination, asset }];
}

/** Whether the asset was known when the posting was described. */
export function routedIn(routes: readonly Route[]): boolean {
  return routes.length > 0;
}

/** Throws if the locked accounts are in another asset. That cannot happen: the asset of a code never changes. */
export function requireSameAsset(
  { code, asset }: { code: string; asset: string },
  routes: readonly Route[],
): void {
  if (routes.some((route) => route.asset !== asset)) {
    const locked = routes.map((route) => route.asset).join(', ');
    throw new Error(`${code} is priced in ${asset}, but the locked accounts are in ${locked}`);
  }
}
