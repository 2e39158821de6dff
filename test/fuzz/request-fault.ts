import type { Contract, Operation, Schema } from '../e2e/support/contract.js';
import type { RawRequest } from '../support/wallet-client.js';

/**
 * The fault in the path, the query or the headers of a request according to the document, or `undefined`. Judges only the bytes sent,
 * not the intention behind them.
 */
export function requestFault(
  contract: Contract,
  template: string,
  operation: Operation,
  request: RawRequest,
): string | undefined {
  const [path = '', ...rest] = request.path.split('?');
  const query = new URLSearchParams(rest.join('?'));
  // The document cannot say that a dry run needs no key.
  const isOptional = (name: string) => name === 'Idempotency-Key' && query.get('dryRun') === 'true';
  const segments = new Map(template.split('/').map((part, index) => [part, path.split('/')[index]]));
  for (const { name, in: place, required, schema } of operation.parameters ?? []) {
    const found =
      place === 'path'
        ? [decodeURIComponent(segments.get(`{${name}}`) ?? '')]
        : place === 'query'
          ? query.getAll(name)
          : // Surrounding white space is not part of a header value (RFC 9110, section 5.5).
            [request.headers?.[name.toLowerCase()] ?? []].flat().map((value) => value.trim());
    if (found.length > 1) return `${name} comes ${found.length} times`;
    if (required && found.length === 0 && !isOptional(name)) return `${name} is missing`;
    const fault = found[0] === undefined ? undefined : valueFault(contract, schema, found[0]);
    if (fault) return `${name}: ${fault}`;
  }
  return undefined;
}

function valueFault(contract: Contract, schema: Schema, text: string): string | undefined {
  if (schema['type'] === 'integer') {
    return /^-?(?:0|[1-9]\d*)$/.test(text)
      ? contract.schemaFault(schema, Number(text))
      : `${text} is not an integer`;
  }
  if (schema['type'] === 'boolean') {
    return text === 'true' || text === 'false' ? undefined : `${text} is neither true nor false`;
  }
  // A request may use any offset; only the times in answers must be in UTC.
  if (schema['format'] === 'date-time') {
    return Number.isNaN(Date.parse(text)) ? `${text} is not a time` : undefined;
  }
  return contract.schemaFault(schema, text);
}
