/**
 * The URL of a database that overrides some server-side limits of the service: ten seconds in production become a moment in a
 * test. All other settings stay as the service sets them.
 */
export function withServerSettings(url: string, settings: Record<string, string>): string {
  const address = new URL(url);
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  address.searchParams.set('options', options.join(' '));
  return address.href;
}
