import { administer } from '../../support/administer.js';
import { type ContractService, startContractService } from '../support/contract-service.js';
import { freeze } from '../support/freezing.js';
import { becomePlayer } from '../support/player.js';
import { expectProblem, faultAt, type ProblemCode } from '../support/problem-codes.js';
import { allAvailable } from '../support/shapes.js';

/**
 * When several problems apply, the first of this order wins: authentication, route, media type and size, permission, key,
 * If-Match, body, key reuse, asset (does it exist, is it retired), catalogue, amount, precondition, frozen, funds, limit. Each request here has two or
 * more neighbouring problems.
 */
let service: ContractService;
/** The token of a caller who may not top up. */
let player: string;
beforeAll(async () => {
  service = await startContractService();
  await service.client.post('/v1/wallets/alice/GOLD/topup', { amount: 1 }, 'used');
  await service.client.post('/v1/wallets/frosty/GOLD/topup', { amount: 10 }, 'used');
  await freeze(service, 'frosty');
  await service.client.patch('/v1/assets/SILVER', { maxAmount: 100 });
  await service.client.post('/v1/assets', { code: 'OLD', name: 'Old coins', maxAmount: 100 });
  const past = { code: 'past', name: 'Past', asset: 'OLD', reward: 1, limit: 'once' };
  await administer(service.client, 'POST /v1/tasks', past);
  await administer(service.client, 'PATCH /v1/tasks/past', { retired: true });
  await service.client.patch('/v1/assets/OLD', { retired: true });
  player = (await becomePlayer(service, 'paula')).token;
});
afterAll(() => service.audit());
afterAll(() => service.close());

interface Case {
  wins: ProblemCode;
  over: string;
  /** The caller; the administrator by default. */
  caller?: 'no-key' | 'player';
  path?: string;
  type?: string;
  key?: string;
  ifMatch?: string;
  body?: string;
  members?: object;
}

const tooLarge = `{"amount": 1${' '.repeat(16 * 1024)}}`;
const huge = `{"amount": ${Number.MAX_SAFE_INTEGER}}`;

const cases: Case[] = [
  {
    wins: 'unauthenticated',
    over: 'the route',
    caller: 'no-key',
    path: '/v1/wallets/alice/GOLD/steal',
  },
  {
    wins: 'route-not-found',
    over: 'the media type',
    path: '/v1/wallets/alice/GOLD/steal',
    type: 'text/plain',
  },
  { wins: 'route-not-found', over: 'the size', path: '/v1/wallets/alice/GOLD/steal', body: tooLarge },
  {
    wins: 'route-not-found',
    over: 'the key and the body',
    path: '/v1/wallets/alice/GOLD',
    key: '',
    body: '{',
  },
  {
    wins: 'route-not-found',
    over: 'permission',
    caller: 'player',
    path: '/v1/wallets/alice/GOLD/steal',
  },
  { wins: 'unsupported-media-type', over: 'a key that is not valid', type: 'text/plain', key: 'a b' },
  { wins: 'unsupported-media-type', over: 'permission', caller: 'player', type: 'text/plain' },
  { wins: 'body-too-large', over: 'a key that is not valid', key: 'a b', body: tooLarge },
  { wins: 'body-too-large', over: 'permission', caller: 'player', body: tooLarge },
  { wins: 'forbidden', over: 'a key that is not valid', caller: 'player', key: 'a b' },
  {
    wins: 'forbidden',
    over: 'a query, a path and a body that are not valid',
    caller: 'player',
    path: '/v1/wallets/a%20b/GOLD/topup?preview=true',
    body: '{',
  },
  {
    wins: 'idempotency-key-invalid',
    over: 'a query that is not valid',
    key: 'a b',
    path: '/v1/wallets/alice/GOLD/topup?preview=true',
  },
  {
    wins: 'malformed-json',
    over: 'a query that is not valid',
    path: '/v1/wallets/alice/GOLD/topup?preview=true',
    body: '{',
  },
  {
    wins: 'validation-failed',
    over: 'a path that is not valid',
    path: '/v1/wallets/a%20b/GOLD/topup?preview=true',
    members: faultAt('/preview'),
  },
  {
    wins: 'validation-failed',
    over: 'a body that is not valid',
    path: '/v1/wallets/a%20b/GOLD/topup',
    body: '{"amount": 0}',
    members: faultAt('/userId'),
  },
  { wins: 'idempotency-key-invalid', over: 'a body that is not JSON', key: 'a b', body: '{' },
  { wins: 'idempotency-key-invalid', over: 'a body that is not valid', key: 'a b', body: '{"amount": 0}' },
  {
    wins: 'idempotency-key-invalid',
    over: 'a path that is not valid',
    key: 'a b',
    path: '/v1/wallets/a%20b/GOLD/topup',
  },
  { wins: 'malformed-json', over: 'key reuse', key: 'used', body: '{' },
  {
    wins: 'validation-failed',
    over: 'key reuse',
    key: 'used',
    body: '{"amount": 0}',
    members: faultAt('/amount'),
  },
  {
    wins: 'validation-failed',
    over: 'an unknown asset',
    path: '/v1/wallets/alice/COPPER/spend',
    body: '{"amount": 0}',
    members: faultAt('/amount'),
  },
  {
    wins: 'idempotency-key-reused',
    over: 'an unknown asset',
    key: 'used',
    path: '/v1/wallets/alice/COPPER/topup',
  },
  {
    wins: 'idempotency-key-reused',
    over: 'a frozen wallet',
    key: 'used',
    path: '/v1/wallets/frosty/GOLD/spend',
  },
  {
    wins: 'idempotency-key-reused',
    over: 'missing funds',
    key: 'used',
    path: '/v1/wallets/alice/GOLD/spend',
    body: huge,
  },
  { wins: 'idempotency-key-reused', over: 'the limit', key: 'used', body: huge },
  {
    wins: 'asset-not-found',
    over: 'a frozen wallet',
    path: '/v1/wallets/frosty/COPPER/spend',
    members: { asset: 'COPPER' },
  },
  {
    wins: 'asset-not-found',
    over: 'missing funds and the limit',
    path: '/v1/wallets/alice/COPPER/spend',
    body: huge,
    members: { asset: 'COPPER' },
  },
  {
    wins: 'validation-failed',
    over: 'an item that does not exist',
    path: '/v1/wallets/alice/purchases',
    body: '{"item": "nothing", "quantity": 0}',
    members: faultAt('/quantity'),
  },
  {
    wins: 'idempotency-key-reused',
    over: 'an item that does not exist',
    key: 'used',
    path: '/v1/wallets/alice/purchases',
    body: '{"item": "nothing"}',
  },
  {
    wins: 'idempotency-key-reused',
    over: 'a task that does not exist',
    key: 'used',
    path: '/v1/wallets/alice/tasks/nothing/complete',
    body: '{}',
  },
  {
    wins: 'asset-not-found',
    over: 'a conversion that is not offered',
    path: '/v1/wallets/frosty/convert',
    body: '{"from": "GOLD", "to": "COPPER", "amount": 1}',
    members: { asset: 'COPPER' },
  },
  {
    wins: 'conversion-not-offered',
    over: 'a frozen wallet',
    path: '/v1/wallets/frosty/convert',
    body: '{"from": "GOLD", "to": "LOYALTY", "amount": 1}',
    members: { from: 'GOLD', to: 'LOYALTY' },
  },
  {
    wins: 'item-not-found',
    over: 'a frozen wallet',
    path: '/v1/wallets/frosty/purchases',
    body: '{"item": "nothing"}',
    members: { item: 'nothing' },
  },
  {
    wins: 'wallet-frozen',
    over: 'missing funds for an item',
    path: '/v1/wallets/frosty/purchases',
    body: '{"item": "iron-sword"}',
    members: { asset: 'GOLD' },
  },
  {
    wins: 'asset-not-found',
    over: 'an amount out of range',
    path: '/v1/wallets/alice/COPPER/topup',
    body: huge,
    members: { asset: 'COPPER' },
  },
  {
    wins: 'idempotency-key-reused',
    over: 'an amount out of range',
    key: 'used',
    path: '/v1/wallets/alice/SILVER/topup',
    body: huge,
  },
  {
    wins: 'idempotency-key-reused',
    over: 'a retired asset',
    key: 'used',
    path: '/v1/wallets/alice/OLD/topup',
  },
  {
    wins: 'asset-not-found',
    over: 'a retired asset',
    path: '/v1/wallets/alice/convert',
    body: '{"from": "COPPER", "to": "OLD", "amount": 1}',
    members: { asset: 'COPPER' },
  },
  {
    wins: 'asset-retired',
    over: 'an amount out of range',
    path: '/v1/wallets/alice/OLD/topup',
    body: huge,
    members: { asset: 'OLD' },
  },
  {
    wins: 'asset-retired',
    over: 'a task that is retired',
    path: '/v1/wallets/alice/tasks/past/complete',
    body: '{}',
    members: { asset: 'OLD' },
  },
  {
    wins: 'asset-retired',
    over: 'a conversion that is not offered, and a frozen wallet',
    path: '/v1/wallets/frosty/convert',
    body: '{"from": "GOLD", "to": "OLD", "amount": 1}',
    members: { asset: 'OLD' },
  },
  {
    wins: 'amount-out-of-range',
    over: 'a frozen wallet, missing funds and the limit',
    path: '/v1/wallets/frosty/SILVER/spend',
    body: huge,
    members: { asset: 'SILVER', amount: Number.MAX_SAFE_INTEGER, minAmount: 1, maxAmount: 100 },
  },
  {
    wins: 'amount-out-of-range',
    over: 'the limit',
    path: '/v1/wallets/alice/SILVER/topup',
    body: huge,
    members: { asset: 'SILVER', amount: Number.MAX_SAFE_INTEGER, minAmount: 1, maxAmount: 100 },
  },
  { wins: 'idempotency-key-invalid', over: 'an If-Match that is not valid', key: 'a b', ifMatch: '*' },
  {
    wins: 'validation-failed',
    over: 'a body that is not JSON',
    ifMatch: '*',
    body: '{',
    members: faultAt('/If-Match'),
  },
  { wins: 'idempotency-key-reused', over: 'a precondition', key: 'used', ifMatch: '"9-9"' },
  {
    wins: 'item-not-found',
    over: 'a precondition',
    path: '/v1/wallets/frosty/purchases',
    ifMatch: '"9-9"',
    body: '{"item": "nothing", "conditions": {"version": 9}}',
    members: { item: 'nothing' },
  },
  {
    wins: 'amount-out-of-range',
    over: 'a precondition',
    path: '/v1/wallets/frosty/SILVER/spend',
    ifMatch: '"9-9"',
    body: huge,
    members: { asset: 'SILVER', amount: Number.MAX_SAFE_INTEGER, minAmount: 1, maxAmount: 100 },
  },
  {
    wins: 'precondition-failed',
    over: 'a frozen wallet, missing funds and the limit',
    path: '/v1/wallets/frosty/GOLD/spend',
    ifMatch: '"9-9"',
    body: huge,
    members: { asset: 'GOLD', condition: 'if-match', expected: '"9-9"', actual: '"1-10"' },
  },
  {
    wins: 'precondition-failed',
    over: 'a frozen wallet and missing funds for an item',
    path: '/v1/wallets/frosty/purchases',
    body: '{"item": "iron-sword", "expectedPrice": 119}',
    members: { asset: 'GOLD', condition: 'expectedPrice', expected: 119, actual: 120 },
  },
  {
    wins: 'precondition-failed',
    over: 'missing funds',
    path: '/v1/wallets/alice/GOLD/spend',
    body: `{"amount": ${Number.MAX_SAFE_INTEGER}, "conditions": {"minBalance": ${Number.MAX_SAFE_INTEGER}}}`,
    members: {
      asset: 'GOLD',
      condition: 'minBalance',
      expected: Number.MAX_SAFE_INTEGER,
      actual: 1001,
    },
  },
  {
    wins: 'wallet-frozen',
    over: 'missing funds and the limit',
    path: '/v1/wallets/frosty/GOLD/spend',
    body: huge,
    members: { asset: 'GOLD' },
  },
  {
    wins: 'insufficient-funds',
    over: 'the limit',
    path: '/v1/wallets/alice/GOLD/spend',
    body: huge,
    members: { asset: 'GOLD', ...allAvailable(1001), required: Number.MAX_SAFE_INTEGER },
  },
];

it.each(cases)('reports $wins before $over', async ({ wins, members, caller, ...request }) => {
  const {
    path = '/v1/wallets/alice/GOLD/topup',
    type = 'application/json',
    body = '{"amount": 5}',
  } = request;
  const client = caller === undefined ? service.client : service.as(caller === 'no-key' ? '' : player);
  const answer = await client.send({
    method: 'POST',
    path,
    headers: {
      'content-type': type,
      'idempotency-key': request.key ?? crypto.randomUUID(),
      ...(request.ifMatch !== undefined && { 'if-match': request.ifMatch }),
    },
    body,
  });
  expectProblem(answer, wins, members);
});
