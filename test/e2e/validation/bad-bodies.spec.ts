import { type ContractService, startContractService } from '../support/contract-service.js';
import { expectNoHarm } from '../support/harmless.js';
import { expectProblem, faultAt, type ProblemCode } from '../support/problem-codes.js';

let service: ContractService;
beforeAll(async () => {
  service = await startContractService();
});
expectNoHarm(() => service);
afterAll(() => service.close());

const path = '/v1/wallets/mallory/GOLD/topup';

function post(body: string | Buffer, headers: Record<string, string> = {}) {
  return service.client.send({
    method: 'POST',
    path,
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), ...headers },
    body,
  });
}

it.each([
  '9007199254740993',
  '9007199254740992',
  '9223372036854775808',
  '1e400',
  '1e16',
  '0',
  '-0',
  '-1',
  '0.1',
  '1.5',
  'null',
  'true',
  '[5]',
  '{}',
  '"5"',
  '"0x10"',
  '""',
])('rejects the amount %s', async (amount) => {
  expectProblem(await post(`{"amount": ${amount}}`), 'validation-failed', faultAt('/amount'));
});

it.each(['NaN', 'Infinity', '0x10', '01', '+1', '1_000', '5n', '1.', '.5', "'5'", ''])(
  'rejects the amount %s, which is not JSON',
  async (amount) => {
    expectProblem(await post(`{"amount": ${amount}}`), 'malformed-json');
  },
);

it.each([
  ['is empty', ''],
  ['has a trailing comma', '{"amount": 5,}'],
  ['has trailing content', '{"amount": 5} {"amount": 5}'],
  ['is truncated', '{"amount": 5'],
  ['has a comment', '{"amount": 5 /* coins */}'],
  ['starts with a byte order mark', '\ufeff{"amount": 5}'],
  ['has a raw line break in a string', '{"amount": 5, "reference": "a\nb"}'],
  ['has the same member twice', '{"amount": 5, "amount": 6}'],
  ['has the same member twice in different spellings', '{"amount": 5, "am\\u006funt": 5}'],
  ['has the same nested member twice', '{"amount": 5, "metadata": {"a": [{"b": 1, "b": 2}]}}'],
  ['is a form', 'amount=5'],
  ['is 16 000 brackets', '['.repeat(16_000)],
  ['is not UTF-8', Buffer.from('{"amount": 5, "reference": "\xff"}', 'latin1')],
  ['has an overlong UTF-8 sequence', Buffer.from('{"amount": 5, "reference": "\xc0\x80"}', 'latin1')],
  ['has a surrogate in UTF-8', Buffer.from('{"amount": 5, "reference": "\xed\xa0\x80"}', 'latin1')],
])('rejects a body that %s', async (_fault, body) => {
  expectProblem(await post(body), 'malformed-json');
});

it.each([
  ['a list', '[]'],
  ['a list of one', '[{"amount": 5}]'],
  ['a number', '5'],
  ['a text', '"amount"'],
  ['null', 'null'],
  ['true', 'true'],
  ['8 000 lists in each other', `${'['.repeat(8_000)}${']'.repeat(8_000)}`],
])('rejects a body that is %s instead of an object', async (_kind, body) => {
  expectProblem(await post(body), 'validation-failed', faultAt(''));
});

it.each(['balance', 'userId', 'isAdmin', 'asset', 'type', 'id', 'createdAt', 'Amount', ''])(
  'rejects the unknown member "%s"',
  async (member) => {
    expectProblem(
      await post(JSON.stringify({ amount: 5, [member]: 1 })),
      'validation-failed',
      faultAt(`/${member}`),
    );
  },
);

it.each([
  ['__proto__', '{"amount": 5, "__proto__": {"isAdmin": true}}'],
  ['__proto__', '{"amount": 5, "metadata": {"a": {"__proto__": {}}}}'],
  ['__proto__', '{"__proto__": {"amount": 5}}'],
  ['constructor', '{"amount": 5, "constructor": {"prototype": {"isAdmin": true}}}'],
  ['constructor', '{"amount": 5, "metadata": {"constructor": {"prototype": {}}}}'],
  ['prototype', '{"amount": 5, "metadata": {"prototype": 1}}'],
])('rejects the member name %s in %s', async (name, body) => {
  expectProblem(await post(body), 'validation-failed', faultAt(`/${name}`));
  expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
});

function deep(open: string, levels: number, close: string): string {
  return `${open.repeat(levels)}1${close.repeat(levels)}`;
}

it.each([
  ['lists in metadata', `{"amount": 5, "metadata": {"a": ${deep('[', 7_000, ']')}}}`],
  ['objects in metadata', `{"amount": 5, "metadata": ${deep('{"a":', 2_500, '}')}}`],
  ['lists as the amount', `{"amount": ${deep('[', 7_000, ']')}}`],
  ['objects as the amount', `{"amount": ${deep('{"a":', 2_500, '}')}}`],
  ['lists as the reference', `{"amount": 5, "reference": ${deep('[', 7_000, ']')}}`],
  ['lists as an unknown member', `{"amount": 5, "x": ${deep('[', 7_000, ']')}}`],
])('rejects thousands of nested %s', async (_where, body) => {
  expectProblem(await post(body), 'validation-failed', faultAt(''));
});

it.each([
  ['a reference that is a number', '/reference', { reference: 5 }],
  ['a reference that is empty', '/reference', { reference: '' }],
  ['a reference of 129 characters', '/reference', { reference: 'x'.repeat(129) }],
  ['a reference with NUL', '/reference', { reference: 'a\u0000b' }],
  ['a reference with a lone surrogate', '/reference', { reference: '\ud83d' }],
  ['a description that is a list', '/description', { description: ['x'] }],
  ['a description of 257 characters', '/description', { description: 'x'.repeat(257) }],
  ['a description with NUL', '/description', { description: '\u0000' }],
  ['a description with a lone surrogate', '/description', { description: 'x\udc00' }],
  ['metadata that is a list', '/metadata', { metadata: [] }],
  ['metadata that is a string', '/metadata', { metadata: '{}' }],
  ['metadata of 4097 bytes', '/metadata', { metadata: { note: 'x'.repeat(4_097 - '{"note":""}'.length) } }],
  ['metadata of 4097 bytes in fewer characters', '/metadata', { metadata: { note: 'é'.repeat(2_043) } }],
  ['metadata of 51 keys', '/metadata', { metadata: keys(51) }],
  ['metadata of 51 keys at two levels', '/metadata', { metadata: { a: keys(50) } }],
  ['metadata of four levels', '/metadata', { metadata: { a: { b: { c: {} } } } }],
  ['metadata of four levels of lists', '/metadata', { metadata: { a: [[[]]] } }],
  ['metadata with NUL', '/metadata', { metadata: { a: '\u0000' } }],
  ['metadata with NUL in a name', '/metadata', { metadata: { 'a\u0000': 1 } }],
  ['metadata with a lone surrogate', '/metadata', { metadata: { a: ['\ud83d'] } }],
  ['metadata with a lone surrogate in a name', '/metadata', { metadata: { '\ud83d': 1 } }],
])('rejects %s', async (_fault, pointer, members) => {
  expectProblem(await post(JSON.stringify({ amount: 5, ...members })), 'validation-failed', faultAt(pointer));
});

function keys(count: number): Record<string, number> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`key${index}`, index]));
}

it.each(['9007199254740993', '1e400', '-1e400'])('rejects the number %s in metadata', async (number) => {
  const body = `{"amount": 5, "metadata": {"n": ${number}}}`;
  expectProblem(await post(body), 'validation-failed', faultAt('/metadata'));
});

const refusedBeforeReading: [
  fault: string,
  code: ProblemCode,
  headers: Record<string, string>,
  body: string,
][] = [
  ['text/plain', 'unsupported-media-type', { 'content-type': 'text/plain' }, '{"amount": 5}'],
  ['a form', 'unsupported-media-type', { 'content-type': 'application/x-www-form-urlencoded' }, 'amount=5'],
  ['JSON Patch', 'unsupported-media-type', { 'content-type': 'application/json-patch+json' }, '[]'],
  ['JSON by the wrong name', 'unsupported-media-type', { 'content-type': 'text/json' }, '{"amount": 5}'],
  [
    'JSON with another content type',
    'unsupported-media-type',
    { 'content-type': 'text/plain; application/json' },
    '{"amount": 5}',
  ],
  ['no type', 'unsupported-media-type', { 'content-type': '' }, '{"amount": 5}'],
  [
    'UTF-16',
    'unsupported-media-type',
    { 'content-type': 'application/json; charset=utf-16' },
    '{"amount": 5}',
  ],
  ['gzip', 'unsupported-media-type', { 'content-encoding': 'gzip' }, '\u001f\u008b'],
  ['a false gzip encoding', 'unsupported-media-type', { 'content-encoding': 'gzip' }, '{"amount": 5}'],
  ['a body over 16 KiB', 'body-too-large', {}, `{"amount": 5${' '.repeat(16 * 1024)}}`],
  ['100 000 brackets', 'body-too-large', {}, '['.repeat(100_000)],
];

it.each(refusedBeforeReading)('rejects %s as %s', async (_fault, code, headers, body) => {
  expectProblem(await post(body, headers), code);
});
