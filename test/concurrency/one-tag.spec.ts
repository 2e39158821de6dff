import { startTwoInstances, type TwoInstances } from '../support/two-instances.js';
import type { Answer } from '../support/wallet-client.js';

/** Many writers that rely on the same state of one account, on two instances. */
let instances: TwoInstances;
beforeAll(async () => {
  instances = await startTwoInstances();
});
afterAll(async () => {
  await instances.stop();
  await instances.drop();
});

const writers = Array.from({ length: 100 }, (_, index) => index);

/** What an answer says, without the id of its request. */
const contentOf = ({ status, text, headers }: Answer) => ({
  status,
  text: text.replace(String(headers['x-request-id']), ''),
});

it.each([
  ['an account with a balance', 'alice', 1_000],
  ['an account that does not exist', 'newcomer', 0],
])('lets one of 100 writers with the ETag of %s win', async (_state, userId, balance) => {
  const { first, second } = instances;
  const path = `/v1/wallets/${userId}/GOLD`;
  const etag = balance === 0 ? '"0-0"' : String((await first.client.get(path)).headers.etag);
  const write = (index: number, service = instances.inTurn(index)) =>
    service.client.post(`${path}/bonus`, { amount: index + 1 }, `writer-${index}`, { 'if-match': etag });

  // Each write has a duplicate on the other instance at the same time.
  const answers = await Promise.all(
    writers.map((index) => Promise.all([write(index), write(index, instances.inTurn(index + 1))])),
  );

  for (const [one, other] of answers) expect(contentOf(one)).toEqual(contentOf(other));
  const winners = writers.filter((index) => answers[index]?.[0].status === 201);
  expect(winners).toHaveLength(1);
  const [winner = -1] = winners;
  const after = await second.client.get(path);
  expect(after.json).toMatchObject({ balance: balance + winner + 1 });
  for (const [answer] of answers.filter((_, index) => index !== winner)) {
    expect(answer.json).toMatchObject({
      ...{ status: 412, code: 'precondition-failed', condition: 'if-match', expected: etag },
      actual: after.headers.etag,
    });
  }

  await first.client.post(`${path}/spend`, { amount: 1 });
  for (const index of writers) {
    const retry = await write(index, instances.inTurn(index + 1));
    expect(retry.headers['idempotency-replayed']).toBe('true');
    expect(contentOf(retry)).toEqual(contentOf(answers[index]![0]));
  }
  expect((await second.client.get(path)).json).toMatchObject({ balance: balance + winner });
  await first.audit();
});

it('never grants beyond a largest balance, from either instance', async () => {
  const { first } = instances;
  const grant = (index: number) =>
    instances.inTurn(index).client.post('/v1/wallets/capped/GOLD/bonus', {
      amount: 10,
      conditions: { maxBalance: 40 },
    });
  const answers = await Promise.all(writers.map(grant));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(5);
  expect(answers.filter(({ status }) => status === 412)).toHaveLength(95);
  expect((await first.client.get('/v1/wallets/capped/GOLD')).json).toMatchObject({ balance: 50, version: 5 });
  await first.audit();
});
