import { postgresOptions } from '@app/database';

/**
 * The address of a database for a service that is to have other server-side limits than its own, so that what takes ten
 * seconds in production takes a moment in a test. All other settings stay what the service sets.
 */
export function withServerSettings(url: string, settings: Record<string, string>): string {
  const own = postgresOptions({ url, poolSize: 1, as: 'application', applicationName: 'wallet-api' }).extra
    .options;
  const changed = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  const address = new URL(url);
  // The whole address is percent-encoded: `+` for a space is not undone by every parser.
  address.search = `options=${encodeURIComponent([own, ...changed].join(' '))}`;
  return address.href;
}
