/**
 * The address of a database for a service that is to have other server-side limits than its own: what takes ten seconds in
 * production takes a moment in a test. All other settings stay what the service sets.
 */
export function withServerSettings(url: string, settings: Record<string, string>): string {
  const address = new URL(url);
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  address.searchParams.set('options', options.join(' '));
  return address.href;
}
