import { preferredType } from './preferred-type.js';

const offered = ['application/json', 'text/csv', 'application/x-ndjson'] as const;
const [json, csv, ndjson] = offered;

it.each<[accept: string | undefined, type: string | undefined]>([
  [undefined, json],
  ['', json],
  [' ', json],
  ['*/*', json],
  ['text/csv', csv],
  ['TEXT/CSV', csv],
  ['application/x-ndjson', ndjson],
  ['text/*', csv],
  ['application/*', json],
  ['text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8', json],
  ['image/png', undefined],
  ['application/problem+json', undefined],
  // Weights.
  ['application/json;q=0.5, text/csv;q=0.8', csv],
  ['application/json;q=0.5, text/csv;Q=0.501', csv],
  ['application/json ; q=0.5 , text/csv ; q=0.8', csv],
  ['text/csv, application/json', json],
  ['application/json;q=0', undefined],
  ['application/json;q=0.000, text/csv;q=0.001', csv],
  ['*/*;q=0', undefined],
  // The most specific range wins, in any position.
  ['*/*, application/json;q=0', csv],
  ['application/json;q=0, */*', csv],
  ['application/*;q=0.1, application/x-ndjson;q=0.9, */*;q=0.5', ndjson],
  ['text/*;q=0.9, text/csv;q=0.1, application/json;q=0.5', json],
  ['text/csv;q=0.1, text/csv;q=0.9, application/json;q=0.5', csv],
  // Parameters.
  ['application/json; charset=utf-8', json],
  ['text/csv;charset="UTF-8"', csv],
  ['text/csv;charset=utf-8;q=0.2, application/json;q=0.1', csv],
  ['text/csv;q=0.2;charset=utf-8, text/csv;q=0.9, application/json;q=0.5', json],
  ['text/csv;charset=utf-16', undefined],
  ['text/csv;header=absent', undefined],
  ['text/csv;', csv],
  // Quoted strings.
  ['image/png;a="x, text/csv", application/x-ndjson', ndjson],
  ['image/png;a="\\", text/csv", application/x-ndjson', ndjson],
  ['image/png;a=", text/csv', undefined],
  // Malformed ranges are skipped.
  [', ,text/csv,', csv],
  ['csv, application/x-ndjson', ndjson],
  ['*/csv, application/x-ndjson', ndjson],
  ['text/csv/x, application/x-ndjson', ndjson],
  ['text /csv, application/x-ndjson', ndjson],
  ['text/csv;q=1.1, application/x-ndjson;q=0.1', ndjson],
  ['text/csv;q=, application/x-ndjson;q=0.1', ndjson],
  ['text/csv;q=0.1234, application/x-ndjson;q=0.1', ndjson],
  ['text/csv;q, application/x-ndjson;q=0.1', ndjson],
  ['nothing', undefined],
])('answers Accept %j with %s', (accept, type) => {
  expect(preferredType(accept, offered)).toBe(type);
});
