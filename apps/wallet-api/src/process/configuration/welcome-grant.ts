import type { WelcomeGrant } from '@app/users';

/** The default in a demonstration. */
export const demoWelcomeGrant: WelcomeGrant = { asset: 'GOLD', amount: 100 };

/** Parses an asset and an amount such as `GOLD:100`, or `none`; `undefined` for anything else. */
export function readWelcomeGrant(text: string): WelcomeGrant | 'none' | undefined {
  if (text === 'none') return 'none';
  const [, asset, digits] = /^([A-Z][A-Z0-9_]{0,31}):([1-9]\d{0,15})$/.exec(text) ?? [];
  const amount = Number(digits);
  return asset !== undefined && Number.isSafeInteger(amount) ? { asset, amount } : undefined;
}
