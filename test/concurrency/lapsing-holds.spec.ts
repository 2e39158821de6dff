import { Journal } from '@app/ledger';
import { type DatabaseClock, setUpClock } from '../support/database-clock.js';
import { authorise, keyOf, spend, topup } from '../support/postings.js';
import { recordSentPackets, type SentPackets } from '../support/sent-packets.js';
import { startService, type TestService } from '../support/test-service.js';

/** What a posting on an account pays for holds whose time has come. */
const noon = Date.UTC(2040, 0, 2, 12);
let sent: SentPackets;
let service: TestService;
let clock: DatabaseClock;

beforeAll(async () => {
  sent = recordSentPackets();
  service = await startService({ journal: { lanes: 1 } });
  clock = await setUpClock(service.database);
  await clock.set(noon);
});
afterAll(async () => {
  await service.audit();
  await clock.close();
  await service.close();
  sent.stop();
});

const post = (posting: Parameters<Journal['post']>[0]) => service.app.get(Journal).post(posting, keyOf());

/** The number of statements that a posting sent. */
async function statementsOf(posting: Parameters<Journal['post']>[0]): Promise<number> {
  sent.clear();
  expect(await post(posting)).toHaveProperty('transaction');
  return sent
    .statements()
    .flat()
    .filter((sql) => sql !== 'DISCARD PLANS').length;
}

it('books 1,000 lapses with the next posting, by as many statements as one lapse', async () => {
  await post(topup('many', 2000));
  await post(topup('one', 2000));
  await post(spend('one', 1));
  const plain = await statementsOf(spend('one', 1));
  await post(authorise('one', 1, 60));
  await Promise.all(Array.from({ length: 1000 }, () => post(authorise('many', 1, 60))));
  expect(await post(spend('many', 1001))).toMatchObject({ refusal: { available: 1000, held: 1000 } });

  await clock.set(noon + 60_000);
  const lapsing = await statementsOf(spend('one', 1));
  // One reads the holds, one writes them, and one their events.
  expect(lapsing).toBe(plain + 3);
  expect(await statementsOf(spend('many', 2000))).toBe(lapsing);
  // Nothing is left to read.
  expect(await statementsOf(spend('one', 1))).toBe(plain);
  const { json } = await service.client.get('/v1/transactions?userId=many&limit=100');
  const types = json.data.map(({ type }: { type: string }) => type) as string[];
  expect(types).toEqual(['spend', ...Array.from({ length: 99 }, () => 'lapse')]);
});

it('reads once more when the first hold has ended early, and never again', async () => {
  await post(topup('early', 100));
  await post(spend('early', 1));
  const plain = await statementsOf(spend('early', 1));
  const first = await post(authorise('early', 10, 60));
  await post(authorise('early', 10, 120));
  const holdId = 'transaction' in first ? first.transaction.id : '';
  await service.client.post(`/v1/wallets/early/GOLD/holds/${holdId}/void`, {});
  await clock.set(noon + 120_000);
  expect(await statementsOf(spend('early', 1))).toBe(plain + 1);
  expect(await statementsOf(spend('early', 1))).toBe(plain);
  expect((await service.client.get('/v1/wallets/early/GOLD')).json).toMatchObject({
    balance: 96,
    available: 86,
  });
});
