import { type ContractService, startContractService } from '../support/contract-service.js';
import { expectNoHarm } from '../support/harmless.js';
import { expectProblem, faultAt, type ProblemCode } from '../support/problem-codes.js';

/** Writes without `@Transactional`: who may send them, and the checks that precede those of the route. */
let service: ContractService;
beforeAll(async () => {
  service = await startContractService();
});
expectNoHarm(() => service);
afterAll(() => service.close());

const game = 'demo-game-key';
const admin = 'demo-admin-key';

const requests = [
  { method: 'POST', path: '/v1/users', allowed: [game, admin] },
  { method: 'POST', path: '/v1/users/alice/freeze', allowed: [admin] },
  { method: 'POST', path: '/v1/users/alice/unfreeze', allowed: [admin] },
  { method: 'POST', path: '/v1/assets', allowed: [admin] },
  { method: 'PATCH', path: '/v1/assets/GOLD', allowed: [admin] },
];

interface AdminRequest {
  method: string;
  path: string;
  token?: string;
  type?: string;
  body?: string;
}

function send({ method, path, token = admin, type = 'application/json', body = '{}' }: AdminRequest) {
  return service.as(token).send({ method, path, headers: { 'content-type': type }, body });
}

const unknown = '{"colour": "red"}';

describe.each(requests)('$method $path', ({ method, path, allowed }) => {
  it.each([
    ['a caller without a key', '', 'unauthenticated'],
    ['a key that does not exist', 'wk_nothing', 'unauthenticated'],
    ['the game', game, allowed.includes(game) ? 'validation-failed' : 'forbidden'],
    ['the administrator', admin, 'validation-failed'],
  ] as [string, string, ProblemCode][])('answers %s as their scopes say', async (_who, token, code) => {
    expectProblem(
      await send({ method, path, token, body: unknown }),
      code,
      code === 'validation-failed'
        ? { errors: expect.any(Array) as unknown, errorCount: expect.any(Number) as unknown }
        : {},
    );
  });

  it('answers 403 before it validates the body', async () => {
    expectProblem(await send({ method, path, token: '', type: 'text/plain' }), 'unauthenticated');
  });

  it.each(['', '{', '{"reason": "a", "reason": "b"}', '{"reason": "a",}'])(
    'rejects the body %j, which is not JSON',
    async (body) => {
      expectProblem(await send({ method, path, body }), 'malformed-json');
    },
  );

  it.each(['[]', 'null', '"reason"'])('rejects the body %s, which is not an object', async (body) => {
    expectProblem(await send({ method, path, body }), 'validation-failed', faultAt(''));
  });

  it.each(['__proto__', 'constructor', 'toString'])('rejects the member %s', async (name) => {
    const answer = await send({ method, path, body: `{"${name}": {}}` });
    expectProblem(answer, 'validation-failed', faultAt(`/${name}`));
  });

  it('rejects a body that is too large or of another type', async () => {
    expectProblem(await send({ method, path, body: ' '.repeat(16 * 1024 + 1) }), 'body-too-large');
    expectProblem(await send({ method, path, type: 'text/plain' }), 'unsupported-media-type');
  });
});
