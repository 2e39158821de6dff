import type { FieldError } from '../problems/problem.js';

/**
 * The parameters of a query string that are not percent-encoded UTF-8 (RFC 3986, section 2.5). The framework would pass such a
 * value on undecoded, and a filter would match nothing. Node has already rejected URLs with bytes beyond ASCII.
 */
export function queryFaults(url: string): FieldError[] {
  const start = url.indexOf('?');
  if (start === -1 || !url.includes('%', start)) return [];
  return url
    .slice(start + 1)
    .split('&')
    .flatMap((pair) => {
      if (decoded(pair) !== undefined) return [];
      const name = decoded(pair.split('=', 1)[0] ?? '');
      return [{ pointer: name === undefined ? '' : `/${name}`, detail: 'is not percent-encoded UTF-8' }];
    });
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
