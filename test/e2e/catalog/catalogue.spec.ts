import { administer } from '../../support/administer.js';
import { type ContractService, startContractService } from '../support/contract-service.js';
import { asOwner } from '../support/owner.js';
import { walk } from '../support/pages.js';
import { expectProblem, faultAt } from '../support/problem-codes.js';

/** Items and tasks, and who may change them. */
let service: ContractService;
beforeAll(async () => {
  service = await startContractService();
});
afterAll(() => service.close());

const sword = { code: 'iron-sword', name: 'Iron sword', asset: 'GOLD', price: 120, retired: false };
const login = {
  code: 'daily-login',
  name: 'Daily login',
  asset: 'GOLD',
  reward: 10,
  limit: 'daily',
  completedBy: 'player',
  retired: false,
};

it('lists the seeded items by code', async () => {
  expect((await service.client.get('/v1/items')).json).toEqual({
    data: [
      { code: 'health-potion', name: 'Health potion', asset: 'SILVER', price: 15, retired: false },
      sword,
      { code: 'mystery-box', name: 'Mystery box', asset: 'DIAMOND', price: 3, retired: false },
    ],
    hasMore: false,
  });
});

it('lists the seeded tasks by code', async () => {
  expect((await service.client.get('/v1/tasks')).json).toEqual({
    data: [
      login,
      {
        ...{ code: 'tutorial', name: 'Tutorial', asset: 'GOLD', reward: 50, limit: 'once' },
        ...{ completedBy: 'player', retired: false },
      },
      {
        code: 'watch-ad',
        name: 'Watch an ad',
        asset: 'SILVER',
        reward: 5,
        limit: 'unlimited',
        completedBy: 'client',
        retired: false,
      },
    ],
    hasMore: false,
  });
});

/** Items and tasks have the same life cycle; `figure` is the price or the reward. */
describe.each([
  { kind: 'item', figure: 'price', known: sword, also: {} },
  { kind: 'task', figure: 'reward', known: login, also: { limit: 'unlimited', completedBy: 'client' } },
] as const)('every $kind', ({ kind, figure, known, also }) => {
  const list = `/v1/${kind}s` as const;
  const offered = (code: string, more: object = {}) => ({
    code,
    name: 'New',
    asset: 'SILVER',
    [figure]: 5,
    ...also,
    ...more,
  });

  it('is shown by its code', async () => {
    expect((await service.client.get(`${list}/${known.code}`)).json).toEqual(known);
  });

  it('answers 404 if it does not exist', async () => {
    expectProblem(await service.client.get(`${list}/nothing`), `${kind}-not-found`, { [kind]: 'nothing' });
    expectProblem(
      await administer(service.client, `PATCH ${list}/nothing`, { [figure]: 1 }),
      `${kind}-not-found`,
      { [kind]: 'nothing' },
    );
  });

  it('is shown and listed once created', async () => {
    const { status, json } = await administer(service.client, `POST ${list}`, offered('made'));
    expect({ status, json: json as unknown }).toEqual({
      status: 201,
      json: { ...offered('made'), retired: false },
    });
    expect((await service.client.get(`${list}/made`)).json).toEqual(json);
    expect((await service.client.get(list)).json.data).toContainEqual(json);
  });

  it.each([
    ['the shortest code and name', { code: 'a', name: 'A' }],
    ['the longest code and name', { code: '0'.repeat(64), name: '🗡'.repeat(128) }],
    ['the largest amount', { code: 'dear', [figure]: Number.MAX_SAFE_INTEGER }],
  ])('may have %s', async (_case, more) => {
    const created = await administer(service.client, `POST ${list}`, offered('x', more));
    expect(created.status).toBe(201);
    expect((await service.client.get(`${list}/${created.json.code}`)).json).toMatchObject(more);
  });

  it('keeps its code: another one with that code is rejected and changes nothing', async () => {
    await administer(service.client, `POST ${list}`, offered('taken'));
    await administer(service.client, `PATCH ${list}/taken`, { retired: true });
    const again = await administer(service.client, `POST ${list}`, offered('taken', { [figure]: 6 }));
    expectProblem(again, `${kind}-exists`, { [kind]: 'taken' });
    expect((await service.client.get(`${list}/taken`)).json).toMatchObject({ [figure]: 5, retired: true });
  });

  it('cannot use an asset that does not exist', async () => {
    const answer = await administer(service.client, `POST ${list}`, offered('odd', { asset: 'COPPER' }));
    expectProblem(answer, 'asset-not-found', { asset: 'COPPER' });
    expectProblem(await service.client.get(`${list}/odd`), `${kind}-not-found`, { [kind]: 'odd' });
  });

  it('is created once for many concurrent requests', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        administer(service.client, `POST ${list}`, offered('raced', { [figure]: index + 1 })),
      ),
    );
    const created = answers.filter(({ status }) => status === 201);
    expect(created).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(19);
    expect((await service.client.get(`${list}/raced`)).json).toEqual(created[0]?.json);
  });

  it('changes only the members given', async () => {
    await administer(service.client, `POST ${list}`, offered('clay'));
    const changes = [{ name: 'Renamed' }, { [figure]: 7 }, { retired: true }, {}, { retired: false }];
    let expected = { ...offered('clay'), retired: false };
    for (const change of changes) {
      expected = { ...expected, ...change };
      const { status, json } = await administer(service.client, `PATCH ${list}/clay`, change);
      expect({ status, json: json as unknown }).toEqual({ status: 200, json: expected });
      expect((await service.client.get(`${list}/clay`)).json).toEqual(expected);
    }
  });

  it.each([
    ['/asset', { asset: 'GOLD' }],
    ['/code', { code: 'other' }],
    ['/name', { name: '' }],
    ['/name', { name: 'x'.repeat(129) }],
    ['/name', { name: null }],
    ['/name', { name: 'a\0b' }],
    [`/${figure}`, { [figure]: 0 }],
    [`/${figure}`, { [figure]: 1.5 }],
    [`/${figure}`, { [figure]: '5' }],
    [`/${figure}`, { [figure]: null }],
    [`/${figure}`, { [figure]: 2 ** 53 }],
    ['/retired', { retired: 'true' }],
    ['/retired', { retired: null }],
    ['/limit', { limit: 'once' }],
  ])('rejects a fault at %s in the change %j', async (pointer, change) => {
    const answer = await administer(service.client, `PATCH ${list}/${known.code}`, change);
    expectProblem(answer, 'validation-failed', faultAt(pointer));
    expect((await service.client.get(`${list}/${known.code}`)).json).toEqual(known);
  });

  it.each(['Sword', '-sword', 'sword!', 'iron sword', 'ä', '', 'x'.repeat(65), 'a_b', 'a\0'])(
    'cannot have the code "%s"',
    async (code) => {
      const answer = await administer(service.client, `POST ${list}`, offered(code));
      expectProblem(answer, 'validation-failed', faultAt('/code'));
    },
  );

  it('requires every member', async () => {
    const answer = await administer(service.client, `POST ${list}`, {});
    const { errors } = answer.json as { errors: { pointer: string }[] };
    expect(errors.map(({ pointer }) => pointer).sort()).toEqual(
      Object.keys(offered('x'))
        .filter((member) => member !== 'completedBy')
        .map((member) => `/${member}`)
        .sort(),
    );
  });

  it.each([
    ['malformed-json', '{"name": "x",}'],
    ['malformed-json', ''],
    ['malformed-json', '{"name": "x", "name": "y"}'],
    ['body-too-large', `{"name": "x"${' '.repeat(16 * 1024)}}`],
  ] as const)('is refused as %s when the body is bad', async (code, body) => {
    for (const operation of [`POST ${list}`, `PATCH ${list}/${known.code}`] as const) {
      expectProblem(await administer(service.client, operation, body), code);
    }
  });

  it('rejects a body that is not JSON', async () => {
    const answer = await service.client.send({
      method: 'POST',
      path: list,
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify(offered('plain')),
    });
    expectProblem(answer, 'unsupported-media-type');
  });

  it('can be changed only with the scope; the game may only read', async () => {
    const game = service.as('demo-game-key');
    expect((await game.get(list)).status).toBe(200);
    expect((await game.get(`${list}/${known.code}`)).status).toBe(200);
    expectProblem(await administer(game, `POST ${list}`, offered('stolen')), 'forbidden');
    expectProblem(await administer(game, `PATCH ${list}/${known.code}`, { [figure]: 1 }), 'forbidden');
    const anonymous = service.as('');
    expectProblem(await anonymous.get(list), 'unauthenticated');
    expectProblem(await anonymous.get(`${list}/${known.code}`), 'unauthenticated');
    expectProblem(await administer(anonymous, `POST ${list}`, offered('stolen')), 'unauthenticated');
    expect((await service.client.get(`${list}/${known.code}`)).json).toEqual(known);
  });

  describe('in a list', () => {
    const many = Array.from({ length: 25 }, (_, index) => `page-${String(index).padStart(2, '0')}`);
    beforeAll(async () => {
      await asOwner(service.database, `UPDATE ${kind}s SET retired = true`);
      for (const code of many) await administer(service.client, `POST ${list}`, offered(code));
      for (const code of ['page-03', 'page-24']) {
        await administer(service.client, `PATCH ${list}/${code}`, { retired: true });
      }
    });
    const live = many.filter((code) => code !== 'page-03' && code !== 'page-24');

    it.each([1, 2, 23, 100])('appears once in pages of %i unless retired', async (limit) => {
      const pages = await walk<{ code: string; retired: boolean }>(
        service.client,
        `${list}?limit=${limit}`,
        ({ code }) => code,
      );
      expect(pages.flat().map(({ code }) => code)).toEqual(live);
      expect(pages.flat().some(({ retired }) => retired)).toBe(false);
      expect(pages).toHaveLength(Math.ceil(live.length / limit));
    });

    it('appears on request when retired', async () => {
      const { json } = await service.client.get(`${list}?includeRetired=true&startingAfter=page-02&limit=2`);
      expect(json).toMatchObject({
        data: [
          { code: 'page-03', retired: true },
          { code: 'page-04', retired: false },
        ],
        hasMore: true,
      });
      const without = await service.client.get(`${list}?includeRetired=false&startingAfter=page-02&limit=1`);
      expect(without.json).toMatchObject({ data: [{ code: 'page-04' }] });
    });

    it.each([
      ['includeRetired=yes', '/includeRetired'],
      ['includeRetired=', '/includeRetired'],
      ['includeRetired=true&includeRetired=true', '/includeRetired'],
      ['limit=0', '/limit'],
      ['limit=101', '/limit'],
      ['startingAfter=', '/startingAfter'],
      ['startingAfter=%25', '/startingAfter'],
      ['offset=5', '/offset'],
    ])('rejects the query %s', async (query, pointer) => {
      expectProblem(await service.client.get(`${list}?${query}`), 'validation-failed', faultAt(pointer));
    });
  });

  it.each(['Sword', '%20', '..%2Fassets', 'x'.repeat(65)])('rejects the code %s', async (code) => {
    expectProblem(await service.client.get(`${list}/${code}`), 'validation-failed', faultAt('/code'));
  });
});

it.each(['', 'often', 'weekly', null, 1, ['once']])('rejects a task limited to %j', async (limit) => {
  const body = { code: 'odd', name: 'Odd', asset: 'GOLD', reward: 1, limit };
  const answer = await administer(service.client, 'POST /v1/tasks', body);
  expectProblem(answer, 'validation-failed', faultAt('/limit'));
});
