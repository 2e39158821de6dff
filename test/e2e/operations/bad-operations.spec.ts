import { startService, type TestService } from '../../support/test-service.js';
import { createClient } from '../support/client.js';
import { expectProblem } from '../support/problem-codes.js';
import { send as sendBy, spend, topup } from './support.js';

/** Without the checks of the document, which these requests do not match. */
let service: TestService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.audit());
afterAll(() => service.close());

const send = (operations: unknown) => sendBy(service.client, 'alice', operations);

it.each([
  ['no list', undefined],
  ['null', null],
  ['an object', {}],
  ['an empty list', []],
  ['more than 20', Array.from({ length: 21 }, () => topup('GOLD', 1))],
  ['an operation that is no object', [topup('GOLD', 1), null]],
  ['an operation that is a list', [[]]],
])('refuses %s', async (_what, operations) => {
  const answer = await send(operations);
  expectProblem(answer, 'validation-failed', {
    errorCount: 1,
    errors: [{ pointer: '/operations', detail: 'must be a list of 1 to 20 objects' }],
  });
});

it.each([
  ['an unknown type', 'transfer'],
  ['no type', undefined],
  ['a number', 5],
  ['a member of objects', 'constructor'],
])('names the known types for %s', async (_what, type) => {
  const answer = await send([topup('GOLD', 1), { type, asset: 'GOLD', amount: 1 }]);
  expectProblem(answer, 'validation-failed', {
    errorCount: 1,
    errors: [
      {
        pointer: '/operations/1/type',
        detail: 'must be one of topup, bonus, spend, purchase, reward, conversion',
      },
    ],
  });
});

it('points to every fault in the list', async () => {
  const answer = await send([
    topup('GOLD', 0),
    { type: 'spend', asset: '?' },
    topup('GOLD', 1),
    { type: 'purchase', item: 'iron-sword', quantity: 1, reference: 'r' },
    { type: 'reward', task: 'tutorial', 'a/b': 1 },
  ]);
  const { errors } = answer.json as { errors: { pointer: string }[] };
  expect(errors.map(({ pointer }) => pointer)).toEqual([
    '/operations/0/amount',
    '/operations/1/asset',
    '/operations/1/amount',
    '/operations/3/reference',
    '/operations/4/a~1b',
  ]);
});

it('accepts the same operation several times, up to 20', async () => {
  expect((await send(Array.from({ length: 20 }, () => topup('GOLD', 1)))).status).toBe(201);
  expect((await send(Array.from({ length: 20 }, () => spend('GOLD', 1)))).status).toBe(201);
});

it('checks the body first, then the scopes of the operations, then what they name', async () => {
  const { key } = await createClient(service, 'shop', { scopes: ['wallet:credit'] });
  const purchase = { type: 'purchase', item: 'unknown' };
  const sendAsShop = (operations: object[]) => sendBy(service.as(key), 'alice', operations);
  expectProblem(await sendAsShop([purchase, { type: 'reward', task: '?' }]), 'validation-failed', {
    errorCount: 1,
    errors: [{ pointer: '/operations/1/task', detail: expect.any(String) as string }],
  });
  expectProblem(await sendAsShop([purchase]), 'forbidden');
  expectProblem(await send([purchase]), 'item-not-found', { operation: 0, item: 'unknown' });
});
