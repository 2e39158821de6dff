import { requestNames } from '../request-kinds.js';
import type { Demand } from './fleet.js';
import { storageOf } from './storage.js';

const calibration = {
  bytes: { perTransfer: { 'top-up': 1_000, spend: 500 }, walPerTransfer: 2_000, perAccount: 600 },
  audit: { serviceUs: 0, databaseUs: 3_600, transactions: 1 },
};
const shares = Object.fromEntries(requestNames.map((name) => [name, 0])) as Demand['shares'];
const population = { users: 1_000, assetsPerUser: 2, peakToAverage: 4, replicas: 1 };
const month = 2_629_800;

it('fills the disk with the average rate of writes, not with the peak or with reads', () => {
  const bytes = {
    ...calibration.bytes,
    perTransfer: { 'top-up': 1_000, spend: 500, purchase: 0, reward: 0 },
  };
  const found = storageOf(
    { perSecond: 400, shares: { ...shares, 'top-up': 0.1, spend: 0.2, balance: 0.7 } },
    population,
    { ...calibration, bytes },
  );
  expect(found).toMatchObject({
    transfersPerMonth: 30 * month,
    accounts: 1_200_000,
    historyPerMonth: (10 * 1_000 + 20 * 500) * month,
    withReplicasPerMonth: 2 * (10 * 1_000 + 20 * 500) * month,
    walPerMonth: 30 * month * 2_000,
  });
  expect(found.auditHoursPerMonth).toBeCloseTo((30 * month) / 1e6);
});
