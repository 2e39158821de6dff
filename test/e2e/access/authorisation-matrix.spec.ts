import { clientEntities, ClientRegister } from '@app/clients';
import { postgresOptions } from '@app/database';
import { DataSource } from 'typeorm';
import { scopes } from '../../../apps/wallet-api/src/process/scopes.js';
import { defaultRateLimits } from '../../../apps/wallet-api/src/request/rate-limits/rate-limits.js';
import type { Scope } from '../../../apps/wallet-api/src/request/access/scope.js';
import type { Operation } from '../support/contract.js';
import { type ContractService, startContractService } from '../support/contract-service.js';
import { becomePlayer } from '../support/player.js';
import { expectProblem } from '../support/problem-codes.js';
import { type Answer, WalletClient } from '../../support/wallet-client.js';

/**
 * Every operation of the OpenAPI document, and the answer for each kind of caller. `ok` stands for any status but 401 and 403:
 * the request reached the route, which rarely finds it valid.
 *
 * A new route gets a line here. `own` and `other` are a player on a path with their id and with that of another user.
 */
const matrix = `
  operation                                                      no-key  bad-key  wallet:read  wallet:credit  wallet:spend  wallet:reward  wallet:write  users:write  catalog:write  wallet:adjust  wallet:reverse  ledger:audit  admin  own  other

  GET /health/live                                               ok      ok       ok           ok             ok            ok             ok            ok           ok             ok             ok              ok            ok     ok   ok
  GET /health/ready                                              ok      ok       ok           ok             ok            ok             ok            ok           ok             ok             ok              ok            ok     ok   ok

  POST /v1/auth/signup                                           ok      ok       ok           ok             ok            ok             ok            ok           ok             ok             ok              ok            ok     ok   ok
  POST /v1/auth/login                                            ok      ok       ok           ok             ok            ok             ok            ok           ok             ok             ok              ok            ok     ok   ok

  GET /v1/wallets/{userId}                                       401     401      ok           403            403           403            403           403          403            403            403             403           ok     ok   403
  GET /v1/wallets/{userId}/{asset}                               401     401      ok           403            403           403            403           403          403            403            403             403           ok     ok   403
  GET /v1/wallets/{userId}/{asset}/entries                       401     401      ok           403            403           403            403           403          403            403            403             403           ok     ok   403
  GET /v1/wallets/{userId}/{asset}/statement                     401     401      ok           403            403           403            403           403          403            403            403             403           ok     ok   403
  POST /v1/wallets/{userId}/{asset}/topup                        401     401      403          ok             403           403            ok            403          403            403            403             403           ok     403  403
  POST /v1/wallets/{userId}/{asset}/bonus                        401     401      403          ok             403           403            ok            403          403            403            403             403           ok     403  403
  POST /v1/wallets/{userId}/{asset}/spend                        401     401      403          403            ok            403            ok            403          403            403            403             403           ok     403  403
  POST /v1/wallets/{userId}/{asset}/adjustments                  401     401      403          403            403           403            403           403          403            ok             403             403           ok     403  403

  GET /v1/transactions                                           401     401      ok           403            403           403            403           403          403            403            403             403           ok     403  403
  GET /v1/transactions/{id}                                      401     401      ok           403            403           403            403           403          403            403            403             403           ok     ok   ok

  POST /v1/users                                                 401     401      403          403            403           403            403           ok           403            403            403             403           ok     403  403
  GET /v1/users                                                  401     401      ok           403            403           403            403           403          403            403            403             403           ok     403  403
  GET /v1/users/{userId}                                         401     401      ok           403            403           403            403           403          403            403            403             403           ok     403  403
  PATCH /v1/users/{userId}                                       401     401      403          403            403           403            403           ok           403            403            403             403           ok     403  403
  GET /v1/users/{userId}/freezes                                 401     401      ok           403            403           403            403           403          403            403            403             403           ok     403  403
  POST /v1/users/{userId}/freeze                                 401     401      403          403            403           403            403           403          403            403            403             403           ok     403  403
  POST /v1/users/{userId}/unfreeze                               401     401      403          403            403           403            403           403          403            403            403             403           ok     403  403

  GET /v1/assets                                                 401     401      ok           403            403           403            403           403          403            403            403             403           ok     ok   ok
  POST /v1/assets                                                401     401      403          403            403           403            403           403          403            403            403             403           ok     403  403
  PATCH /v1/assets/{code}                                        401     401      403          403            403           403            403           403          403            403            403             403           ok     403  403

  GET /v1/system-accounts                                        401     401      ok           403            403           403            403           403          403            403            403             403           ok     403  403
  GET /v1/ledger/verification                                    401     401      403          403            403           403            403           403          403            403            403             ok            ok     403  403

  GET /v1/transactions/{id}/proof                                401     401      ok           403            403           403            403           403          403            403            403             403           ok     403  403
  GET /v1/wallets/{userId}/{asset}/verification                  401     401      ok           403            403           403            403           403          403            403            403             403           ok     403  403
  POST /v1/wallets/{userId}/convert                              401     401      403          403            ok            403            ok            403          403            403            403             403           ok     ok   403
  POST /v1/wallets/{userId}/purchases                            401     401      403          403            ok            403            ok            403          403            403            403             403           ok     ok   403
  POST /v1/wallets/{userId}/tasks/{task}/complete                401     401      403          403            403           ok             ok            403          403            403            403             403           ok     ok   403
  POST /v1/wallets/{userId}/operations                           401     401      403          ok             ok            ok             ok            403          403            403            403             403           ok     403  403
  POST /v1/wallets/{userId}/reversals                            401     401      403          403            403           403            403           403          403            403            ok              403           ok     403  403
  POST /v1/wallets/{userId}/reversals/{transactionId}/reinstate  401     401      403          403            403           403            403           403          403            403            ok              403           ok     403  403
  POST /v1/wallets/{userId}/{asset}/owed/forgive                 401     401      403          403            403           403            403           403          403            403            403             403           ok     403  403
  GET /v1/wallets                                                401     401      ok           403            403           403            403           403          403            403            403             403           ok     403  403
  GET /v1/items                                                  401     401      ok           403            403           403            403           403          403            403            403             403           ok     ok   ok
  GET /v1/items/{code}                                           401     401      ok           403            403           403            403           403          403            403            403             403           ok     ok   ok
  POST /v1/items                                                 401     401      403          403            403           403            403           403          ok             403            403             403           ok     403  403
  PATCH /v1/items/{code}                                         401     401      403          403            403           403            403           403          ok             403            403             403           ok     403  403
  GET /v1/tasks                                                  401     401      ok           403            403           403            403           403          403            403            403             403           ok     ok   ok
  GET /v1/tasks/{code}                                           401     401      ok           403            403           403            403           403          403            403            403             403           ok     ok   ok
  POST /v1/tasks                                                 401     401      403          403            403           403            403           403          ok             403            403             403           ok     403  403
  PATCH /v1/tasks/{code}                                         401     401      403          403            403           403            403           403          ok             403            403             403           ok     403  403
  GET /v1/conversion-rates                                       401     401      ok           403            403           403            403           403          403            403            403             403           ok     ok   ok
  PUT /v1/conversion-rates/{from}/{to}                           401     401      403          403            403           403            403           403          ok             403            403             403           ok     403  403
  DELETE /v1/conversion-rates/{from}/{to}                        401     401      403          403            403           403            403           403          ok             403            403             403           ok     403  403
  GET /v1/changes                                                401     401      403          403            403           403            403           403          403            403            403             403           ok     403  403
  GET /v1/economy                                                401     401      ok           403            403           403            403           403          403            403            403             403           ok     403  403
  GET /v1/economy/{asset}/days                                   401     401      ok           403            403           403            403           403          403            403            403             403           ok     403  403
  GET /v1/payments/{provider}/{id}                               401     401      ok           403            403           403            403           403          403            403            403             403           ok     403  403
  GET /v1/economy/{asset}/holders                                401     401      ok           403            403           403            403           403          403            403            403             403           ok     403  403
  GET /v1/ledger/verification/progress                           401     401      403          403            403           403            403           403          403            403            403             ok            ok     403  403
  POST /v1/wallets/{userId}/{asset}/holds                        401     401      403          403            ok            403            ok            403          403            403            403             403           ok     403  403
  POST /v1/wallets/{userId}/{asset}/holds/{holdId}/capture       401     401      403          403            ok            403            ok            403          403            403            403             403           ok     403  403
  POST /v1/wallets/{userId}/{asset}/holds/{holdId}/void          401     401      403          403            ok            403            ok            403          403            403            403             403           ok     403  403
  GET /v1/wallets/{userId}/{asset}/holds                         401     401      ok           403            403           403            403           403          403            403            403             403           ok     ok   403
  GET /v1/wallets/{userId}/{asset}/holds/{holdId}                401     401      ok           403            403           403            403           403          403            403            403             403           ok     ok   403
`;

const scopeNames = scopes.names as Scope[];
const callers = ['no-key', 'bad-key', ...scopeNames, 'own', 'other'] as const;
type CallerKind = (typeof callers)[number];

const expected = parse(matrix);

let service: ContractService;
let clients: Record<CallerKind, WalletClient>;

beforeAll(async () => {
  // One player sends two requests to each route.
  const players = { quota: 1_000, seconds: 60 };
  service = await startContractService({ rateLimits: { ...defaultRateLimits, players } });
  const keys = await mintKeys(service.database.url);
  const player = await becomePlayer(service, 'paula');
  // Plain clients, because these requests do not always match the document.
  const plain = (token: string) => new WalletClient(service.url, token);
  clients = {
    'no-key': plain(''),
    'bad-key': plain(`wk_${'A'.repeat(43)}`),
    ...(Object.fromEntries(scopeNames.map((scope) => [scope, plain(keys[scope])])) as Record<
      Scope,
      WalletClient
    >),
    own: plain(player.token),
    other: plain(player.token),
  };
});
afterAll(async () => {
  for (const client of Object.values(clients)) client.close();
  await service.audit();
  await service.close();
});

function operations(): [name: string, operation: Operation & { security?: unknown[] }][] {
  return Object.entries(service.contract.document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, Operation] => [
      `${method.toUpperCase()} ${path}`,
      operation,
    ]),
  );
}

it('lists exactly the operations of the document', () => {
  expect(Object.keys(expected).sort()).toEqual(
    operations()
      .map(([name]) => name)
      .sort(),
  );
});

it.each(Object.entries(expected))('holds for %s', async (name, statuses) => {
  const [method = '', template = ''] = name.split(' ');
  for (const caller of callers) {
    const path = template.replace(/\{(\w+)\}/g, (_, parameter: string) => exampleOf(parameter, caller));
    const answer = await clients[caller].send({ method, path });
    expect({ caller, status: verdictOn(answer) }).toEqual({ caller, status: statuses[caller] });
    // A rejected caller learns nothing else, such as that the body is missing.
    if (statuses[caller] === '401') expectProblem(answer, 'unauthenticated');
    if (statuses[caller] === '403') expectProblem(answer, 'forbidden');
  }
});

it('matches the OpenAPI document: a restricted operation names its scopes, a public one has none', () => {
  const { securitySchemes } = service.contract.document.components as { securitySchemes?: object };
  expect(securitySchemes).toMatchObject({ bearer: { type: 'http', scheme: 'bearer' } });
  for (const [name, { security }] of operations()) {
    const verdicts = expected[name]!;
    if (verdicts['no-key'] === 'ok') {
      expect({ name, security }).toEqual({ name, security: [] });
      continue;
    }
    const documented = (security as { bearer: [Scope] }[]).map(({ bearer: [scope] }) => scope);
    // Each scope that grants access is a documented one or includes it.
    const opening = scopeNames.filter((scope) => documented.some((each) => scopes.expand([scope]).has(each)));
    expect({ name, opening }).toEqual({
      name,
      opening: scopeNames.filter((scope) => verdicts[scope] === 'ok'),
    });
  }
});

function verdictOn({ status, json }: Answer): string {
  if (status === 401 || status === 403) return String(status);
  const code = (json as { code?: string } | undefined)?.code;
  // An unknown route or a 5xx would be a mistake in this test.
  if (status >= 500 || code === 'route-not-found')
    throw new Error(`unexpected ${status} ${JSON.stringify(json)}`);
  return 'ok';
}

/** A value for each path parameter that names something existing. */
function exampleOf(parameter: string, caller: CallerKind): string {
  if (parameter === 'userId') return caller === 'own' ? 'paula' : 'alice';
  const examples: Record<string, string> = { asset: 'GOLD', id: '019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10' };
  return examples[parameter] ?? 'x';
}

/** One client per scope, registered as `npm run client` does. */
async function mintKeys(url: string): Promise<Record<Scope, string>> {
  const options = postgresOptions({ url, poolSize: 1, as: 'owner', applicationName: 'test' });
  const dataSource = await new DataSource({ ...options, entities: clientEntities }).initialize();
  const register = new ClientRegister(dataSource, scopes);
  const keys: [Scope, string][] = [];
  for (const scope of scopeNames)
    keys.push([scope, await register.create(`only-${scope.replace(':', '-')}`, [scope])]);
  await dataSource.destroy();
  return Object.fromEntries(keys) as Record<Scope, string>;
}

function parse(table: string): Record<string, Record<CallerKind, string>> {
  const [head = '', ...lines] = table
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const columns = head.split(/\s{2,}/).slice(1);
  if (columns.join() !== callers.join())
    throw new Error(`the matrix has the columns ${columns.join()}; expected ${callers.join()}`);
  return Object.fromEntries(
    lines.map((line) => {
      const [name = '', ...cells] = line.split(/\s{2,}/);
      if (cells.length !== callers.length || cells.some((cell) => !/^(ok|401|403)$/.test(cell))) {
        throw new Error(`cannot parse this line of the matrix: ${line}`);
      }
      return [name, Object.fromEntries(cells.map((cell, index) => [callers[index]!, cell]))];
    }),
  ) as Record<string, Record<CallerKind, string>>;
}
