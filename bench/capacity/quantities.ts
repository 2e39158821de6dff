const powers: Record<string, number> = { '': 1, k: 1e3, m: 1e6, g: 1e9, b: 1e9 };

/** Reads a number such as `50M` or `1.5k`. Throws an error that names the option. */
export function parseCount(option: string, text: string): number {
  const [, digits = '', suffix = ''] = /^(\d+(?:\.\d+)?)([kmgb]?)$/i.exec(text) ?? [];
  const value = Number(digits) * (powers[suffix.toLowerCase()] ?? NaN);
  if (digits === '' || !(value > 0))
    throw new Error(`${option} takes a number above 0 such as 50M, not "${text}"`);
  return value;
}

/** Reads a rate such as `40000/s` or `40k/s`. */
export function parseRate(option: string, text: string): number {
  const [, count] = /^(.*)\/s$/.exec(text) ?? [];
  if (count === undefined) throw new Error(`${option} takes a rate such as 40000/s, not "${text}"`);
  return parseCount(option, count);
}

/** Reads a time such as `10ms` or `0.5s`, in milliseconds. */
export function parseMilliseconds(option: string, text: string): number {
  const [, digits = '', unit] = /^(\d+(?:\.\d+)?)(ms|s)$/.exec(text) ?? [];
  const value = Number(digits) * (unit === 's' ? 1_000 : 1);
  if (digits === '' || value === 0) throw new Error(`${option} takes a time such as 10ms, not "${text}"`);
  return value;
}

/** Three digits and a suffix: `50M`, `16k`, `12.3k`. */
export function shortCount(value: number): string {
  const [divisor, suffix] =
    value >= 1e9 ? [1e9, 'G'] : value >= 1e6 ? [1e6, 'M'] : value >= 1e4 ? [1e3, 'k'] : [1, ''];
  return `${threeDigits(value / divisor)}${suffix}`;
}

export function shortBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  return `${threeDigits(bytes / 1000 ** power)} ${units[power] ?? ''}`;
}

export function percent(part: number): string {
  return `${(part * 100).toFixed(0)} %`;
}

export function threeDigits(value: number): string {
  return value >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
}
