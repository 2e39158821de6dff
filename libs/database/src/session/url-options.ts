/** What the `options` of an address ask for. */
export interface UrlOptions {
  /** The address without the settings. Anything else in `options`, such as the endpoint of a provider, stays. */
  url: string;
  settings: Record<string, string>;
}

/**
 * Takes the settings (`-c name=value`, `--name=value`) out of the `options` of an address. PostgreSQL splits them at white space that
 * has no backslash before it (PostgreSQL documentation, 34.1.2 Parameter Key Words). Of two values for a setting the later counts.
 */
export function takeUrlOptions(url: string): UrlOptions {
  const address = new URL(url);
  const options = address.searchParams.get('options');
  if (options === null) return { url, settings: {} };
  const { settings, others } = readOptions(split(options));
  if (others.length === 0) address.searchParams.delete('options');
  else address.searchParams.set('options', others.map(quote).join(' '));
  return { url: address.href, settings };
}

function readOptions(words: readonly string[]) {
  const settings: Record<string, string> = {};
  const others: string[] = [];
  const left = [...words];
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    const whole = word === '-c' ? `-c${left.shift() ?? ''}` : word;
    const { name, value } = /^(?:-c|--)(?<name>[^=]+)=(?<value>.*)$/s.exec(whole)?.groups ?? {};
    if (name === undefined || value === undefined) others.push(whole);
    else settings[name.replaceAll('-', '_')] = value;
  }
  return { settings, others };
}

function split(options: string): string[] {
  return (options.match(/(?:\\.|[^\\\s])+/gs) ?? []).map((word) => word.replace(/\\(.)/gs, '$1'));
}

function quote(word: string): string {
  return word.replace(/[\\\s]/g, '\\$&');
}
