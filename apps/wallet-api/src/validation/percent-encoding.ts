import type { FieldError } from '../problems/problem.js';

/**
 * What is wrong with the spelling of a query string: every parameter that is not percent-encoded UTF-8 (RFC 3986, section
 * 2.5). The parser of the framework would pass such a value on as it came, and a filter would look for that in vain. Node
 * has refused an address with bytes beyond ASCII by now.
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
