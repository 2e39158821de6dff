import { type ContractService, startContractService } from '../support/contract-service.js';
import { expectNoHarm } from '../support/harmless.js';
import { expectProblem, faultAt } from '../support/problem-codes.js';

let service: ContractService;
beforeAll(async () => {
  service = await startContractService();
});
expectNoHarm(() => service);
afterAll(() => service.close());

const create = (body: unknown) => service.client.post('/v1/assets', body);
const change = (code: string, body: unknown) => service.client.patch(`/v1/assets/${code}`, body);

const name = 'x';
it.each([
  ['no code', { name }, '/code'],
  ['no name', { code: 'TOPAZ' }, '/name'],
  ['a code in lower case', { code: 'topaz', name }, '/code'],
  ['a code that starts with a digit', { code: '9TOPAZ', name }, '/code'],
  ['a code that starts with _', { code: '_TOPAZ', name }, '/code'],
  ['a code with a space', { code: 'TO PAZ', name }, '/code'],
  ['a code with a trailing line break', { code: 'TOPAZ\n', name }, '/code'],
  ['an empty code', { code: '', name }, '/code'],
  ['a code of 33 characters', { code: 'T'.repeat(33), name }, '/code'],
  ['a code that is a number', { code: 5, name }, '/code'],
  ['a code that is a list', { code: ['TOPAZ'], name }, '/code'],
  ['an empty name', { code: 'TOPAZ', name: '' }, '/name'],
  ['a name of 65 characters', { code: 'TOPAZ', name: 'x'.repeat(65) }, '/name'],
  ['a name with NUL', { code: 'TOPAZ', name: 'a\u0000' }, '/name'],
  ['a name that is null', { code: 'TOPAZ', name: null }, '/name'],
  ['decimals below 0', { code: 'TOPAZ', name, decimals: -1 }, '/decimals'],
  ['decimals above 15', { code: 'TOPAZ', name, decimals: 16 }, '/decimals'],
  ['fractional decimals', { code: 'TOPAZ', name, decimals: 0.5 }, '/decimals'],
  ['decimals as a string', { code: 'TOPAZ', name, decimals: '2' }, '/decimals'],
  ['decimals that are null', { code: 'TOPAZ', name, decimals: null }, '/decimals'],
  ['a minimum amount of 0', { code: 'TOPAZ', name, minAmount: 0 }, '/minAmount'],
  ['a minimum amount as a string', { code: 'TOPAZ', name, minAmount: '5' }, '/minAmount'],
  ['a minimum amount that is null', { code: 'TOPAZ', name, minAmount: null }, '/minAmount'],
  ['a maximum amount of 0', { code: 'TOPAZ', name, maxAmount: 0 }, '/maxAmount'],
  ['a maximum amount beyond 2^53 − 1', { code: 'TOPAZ', name, maxAmount: 2 ** 53 }, '/maxAmount'],
  ['a maximum amount below the minimum', { code: 'TOPAZ', name, minAmount: 6, maxAmount: 5 }, '/minAmount'],
  ['the member retired', { code: 'TOPAZ', name, retired: true }, '/retired'],
  ['an unknown member', { code: 'TOPAZ', name, balance: 5 }, '/balance'],
])('rejects a new asset with %s', async (_fault, body, pointer) => {
  expectProblem(await create(body), 'validation-failed', faultAt(pointer));
});

it.each([
  ['another code', { code: 'TOPAZ' }, '/code'],
  ['other decimals', { decimals: 2 }, '/decimals'],
  ['an empty name', { name: '' }, '/name'],
  ['a name that is null', { name: null }, '/name'],
  ['a minimum amount that is null', { minAmount: null }, '/minAmount'],
  ['a minimum amount of 0', { minAmount: 0 }, '/minAmount'],
  ['a fractional maximum amount', { maxAmount: 1.5 }, '/maxAmount'],
  ['retired as null', { retired: null }, '/retired'],
  ['retired as a string', { retired: 'true' }, '/retired'],
  ['retired as a number', { retired: 1 }, '/retired'],
  ['an unknown member', { frozen: true }, '/frozen'],
])('rejects a change of an asset to %s', async (_fault, body, pointer) => {
  expectProblem(await change('GOLD', body), 'validation-failed', faultAt(pointer));
});

it('rejects a change at a path that is not a valid asset code', async () => {
  expectProblem(await change('GO-LD', { name: 'x' }), 'validation-failed', faultAt('/code'));
});

/** Blank, control and bidi characters: invisible, or able to rewrite the text around them. */
const unreadable = [
  ...[
    ' ',
    '\u3000',
    '\u200b',
    '\u2060\ufe0f',
    '\u2800',
    '\u{e0001}',
    '\n',
    'a\nb',
    'a\u0085',
    '\u007f',
    'a\u2028b',
  ],
  ...['\u202eevil', 'Sword\u2066', 'a\u200fb', 'a\u061cb', 'a\u202a', 'a\u2069'],
];

it.each(unreadable.map((text) => [JSON.stringify(text).replace(/[^\x20-\x7e]/gu, hex), text]))(
  'rejects the name %s for an asset, an item and a task',
  async (_shown, text) => {
    const priced = { code: 'topaz', name: text, asset: 'GOLD' };
    for (const answer of [
      await create({ code: 'TOPAZ', name: text }),
      await change('GOLD', { name: text }),
      await service.client.post('/v1/items', { ...priced, price: 1 }),
      await service.client.patch('/v1/items/iron-sword', { name: text }),
      await service.client.post('/v1/tasks', { ...priced, reward: 1, limit: 'once' }),
      await service.client.patch('/v1/tasks/tutorial', { name: text }),
    ]) {
      expectProblem(answer, 'validation-failed', faultAt('/name'));
    }
  },
);

function hex(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase()}`;
}
