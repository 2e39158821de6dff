/** The parsed `options` of an address. */
export interface UrlOptions {
  /** The address without the settings. Other options, such as a provider's endpoint, stay. */
  url: string;
  settings: Record<string, string>;
}

/**
 * Extracts the settings (`-c name=value`, `--name=value`) from the `options` of an address. PostgreSQL splits them at unescaped
 * white space (PostgreSQL documentation, 34.1.2 Parameter Key Words). If a setting occurs twice, the later value counts.
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
