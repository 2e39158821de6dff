import 'reflect-metadata';
import { IsInt, IsOptional, Min, ValidateIf, ValidateNested } from 'class-validator';
import fc from 'fast-check';
import { CatalogQuery } from '../../capabilities/catalog/catalog.queries.js';
import { ItemChangeBody } from '../../capabilities/catalog/item.dto.js';
import { PurchaseBody } from '../../capabilities/catalog/purchase-body.dto.js';
import { NewTaskBody } from '../../capabilities/catalog/task.dto.js';
import { ConversionBody } from '../../capabilities/conversion/conversion.dto.js';
import { TransactionsQuery } from '../../capabilities/transactions/transaction.queries.js';
import { PostingBody } from '../../capabilities/wallets/posting-body.dto.js';
import { WalletAssetParams } from '../../capabilities/wallets/wallet.params.js';
import { BalanceQuery, StatementQuery } from '../../capabilities/wallets/wallet.queries.js';
import { ProblemError } from '../problems/problem.js';
import { classValidate } from './class-validate.js';
import { compileFastPath, type DtoClass } from './fast-path.js';

/** Each with its required members. */
const classes: [dtoClass: DtoClass, needed: object][] = [
  [PostingBody, { amount: 5 }],
  [WalletAssetParams, { userId: 'alice', asset: 'GOLD' }],
  [BalanceQuery, {}],
  [StatementQuery, {}],
  [TransactionsQuery, {}],
  [PurchaseBody, { item: 'iron-sword' }],
  [CatalogQuery, {}],
  [ItemChangeBody, {}],
  [NewTaskBody, { code: 'tutorial', name: 'Tutorial', asset: 'GOLD', reward: 50, limit: 'once' }],
  [ConversionBody, { from: 'SILVER', to: 'GOLD', amount: 50 }],
];

/** Values on both sides of every rule, and arbitrary JSON. */
const member = fc.oneof(
  fc.constantFrom<unknown>(
    ...[
      1,
      0,
      -1,
      0.5,
      2 ** 53 - 1,
      2 ** 53,
      true,
      null,
      undefined,
      '',
      'alice',
      'GOLD',
      'a b',
      '7',
      '07',
      '0x7',
    ],
    ...[
      'x'.repeat(64),
      'x'.repeat(65),
      'x'.repeat(129),
      'x'.repeat(257),
      '\0',
      '\ud800',
      'topup',
      'Top up',
      'true',
      'once',
    ],
    ...['2026-01-31T12:00:00Z', '2026-02-30T12:00:00Z', '019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10', {}, [], [1]],
    ...[{ level: 7 }, { a: { b: { c: {} } } }, { text: '\0' }],
    ...[{ minBalance: 50 }, { version: -1 }, { GOLD: { maxBalance: 0 } }, { GOLD: {} }],
  ),
  fc.jsonValue(),
);
const names = [
  'amount',
  'reference',
  'description',
  'metadata',
  'userId',
  'asset',
  'at',
  'limit',
  'startingAfter',
  ...[
    'conditions',
    'expectedPrice',
    'minReceived',
    'item',
    'quantity',
    'code',
    'name',
    'price',
    'reward',
    'retired',
    'includeRetired',
  ],
];
const plain = fc.dictionary(
  fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom(...names, 'type', 'from', 'to') },
    // Names of Object.prototype are refused earlier.
    { weight: 1, arbitrary: fc.string({ minLength: 1 }).filter((name) => !(name in {})) },
  ),
  member,
  { maxKeys: 4 },
);

function classValidated(dtoClass: DtoClass, value: object): { valid: boolean; dto: object } {
  try {
    return { valid: true, dto: classValidate(value, dtoClass) };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { valid: false, dto: {} };
  }
}

it.each(classes.map(([dtoClass, needed]) => [dtoClass.name, dtoClass, needed] as const))(
  'accepts for %s exactly what class-validator accepts, with the same outcome',
  (_name, dtoClass, needed) => {
    const fastPath = compileFastPath(dtoClass)!;
    let accepted = 0;
    fc.assert(
      fc.property(plain, fc.boolean(), (members, complete) => {
        const value = complete ? { ...needed, ...members } : members;
        const { valid, dto } = classValidated(dtoClass, value);
        const found = fastPath(value);
        expect(found !== undefined).toBe(valid);
        if (!found) return;
        accepted++;
        expect(found).toBeInstanceOf(dtoClass);
        expect({ ...found }).toEqual({ ...dto });
      }),
      { numRuns: 3_000 },
    );
    expect(accepted).toBeGreaterThan(5);
  },
);

it('leaves a class with an unsupported decorator to class-validator', () => {
  class Conditional {
    @ValidateIf((dto: Conditional) => dto.amount !== 7)
    @IsInt()
    amount!: number;
  }
  class Nested {
    @ValidateNested()
    inner!: Conditional;
  }
  class Each {
    @IsInt({ each: true })
    amounts!: number[];
  }
  class Grouped {
    @Min(1, { groups: ['strict'] })
    amount!: number;
  }
  class Undecorated {
    amount!: number;
  }
  for (const dtoClass of [Conditional, Nested, Each, Grouped, Undecorated]) {
    expect([dtoClass.name, compileFastPath(dtoClass)]).toEqual([dtoClass.name, undefined]);
  }
});

it('applies inherited rules', () => {
  class Base {
    @IsOptional()
    @IsInt()
    limit = 20;
  }
  class Extended extends Base {}
  const fastPath = compileFastPath(Extended)!;
  expect(fastPath({})).toEqual({ limit: 20 });
  expect(fastPath({ limit: 'x' })).toBeUndefined();
});
