import { loadTransactions } from '../support/load-transactions.js';
import {
  endPrograms,
  runProgram,
  type ServiceProcess,
  startProgram,
  untilReady,
} from '../support/service-process.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { WalletClient } from '../support/wallet-client.js';

/** Scans do not starve other requests: the production build on a ledger that takes long to scan. */
const transactions = 500_000;
const scanners = 40;
const rounds = 5;
const readsPerRound = 200;

let database: TestDatabase;
let service: ServiceProcess;
let client: WalletClient;

beforeAll(async () => {
  database = await createTestDatabase();
  await loadTransactions(database, transactions);
  service = await startProgram({
    env: { DATABASE_URL: database.url, SEED_DEMO: 'true', LOG_LEVEL: 'silent' },
  });
  await untilReady(service);
  client = new WalletClient(service.url);
});
afterAll(async () => {
  client.close();
  await endPrograms();
  await database.drop();
});

/** The median of sequential balance reads, in milliseconds. */
async function balanceP50(): Promise<number> {
  const took: number[] = [];
  for (let read = 0; read < readsPerRound; read++) {
    const startedAt = performance.now();
    const { status } = await client.get('/v1/wallets/alice/GOLD');
    took.push(performance.now() - startedAt);
    expect(status).toBe(200);
  }
  return median(took);
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
}

/**
 * Scanners that each repeat a different request with a filter without an index. Returns a function that stops them and returns
 * their answers.
 */
function startScanners(): () => Promise<Map<number, number>> {
  const answers = new Map<number, number>();
  let stopped = false;
  const scanning = Array.from({ length: scanners }, async (_, index) => {
    while (!stopped) {
      const { status } = await client.get(`/v1/transactions?type=topup&asset=DIAMOND&limit=${index + 1}`);
      answers.set(status, (answers.get(status) ?? 0) + 1);
    }
  });
  return async () => {
    stopped = true;
    await Promise.all(scanning);
    return answers;
  };
}

it(`reads balances within three times the idle time, and stays ready, while ${scanners} scanners read ${transactions} transactions`, async () => {
  await balanceP50();
  const idle: number[] = [];
  const loaded: number[] = [];
  const readiness = new Set<number>();
  const writes = new Set<number>();
  const scans = new Map<number, number>();
  for (let round = 0; round < rounds; round++) {
    idle.push(await balanceP50());
    const stop = startScanners();
    loaded.push(await balanceP50());
    for (let probe = 0; probe < 20; probe++) {
      readiness.add((await client.get('/health/ready')).status);
      writes.add((await client.post('/v1/wallets/alice/GOLD/topup', { amount: 1 })).status);
    }
    for (const [status, count] of await stop()) scans.set(status, (scans.get(status) ?? 0) + count);
  }
  const ratio = median(loaded) / median(idle);
  // eslint-disable-next-line no-console -- the figures are the purpose of this test
  console.log(
    `balance p50: idle ${median(idle).toFixed(2)} ms, with ${scanners} scanners ${median(loaded).toFixed(2)} ms, ratio ${ratio.toFixed(2)}; scans by status: ${JSON.stringify([...scans])}`,
  );
  expect([...readiness]).toEqual([200]);
  expect([...writes]).toEqual([201]);
  // Each request is answered or shed.
  expect([...scans.keys()].sort()).toEqual([200, 503]);
  expect(ratio).toBeLessThan(3);
  expect(await runProgram({ program: 'commands/verify', env: { DATABASE_URL: database.url } })).toMatchObject(
    {
      code: 0,
    },
  );
});
