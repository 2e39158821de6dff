import type { Calibration } from '../calibration.js';
import { isWrite, requestNames } from '../request-kinds.js';
import type { Demand } from './fleet.js';

const secondsPerMonth = (365.25 / 12) * 86_400;

export interface Population {
  users: number;
  assetsPerUser: number;
  /** The peak is this many times the average over a month. */
  peakToAverage: number;
  /** Standbys of each node. */
  replicas: number;
}

/** Bytes over all nodes. */
export interface Storage {
  transfersPerMonth: number;
  /** One copy of the accounts of all users. Does not grow with time. */
  accounts: number;
  /** One copy of what a month adds: entries, transactions, keys, completions. */
  historyPerMonth: number;
  /** History and its standbys. */
  withReplicasPerMonth: number;
  /** Of the write-ahead log, for archives and standbys. */
  walPerMonth: number;
  /** Processor time of one audit of what a month adds: it reads everything. */
  auditHoursPerMonth: number;
}

export function storageOf(
  { perSecond, shares }: Pick<Demand, 'perSecond' | 'shares'>,
  { users, assetsPerUser, peakToAverage, replicas }: Population,
  { bytes, audit }: Pick<Calibration, 'bytes' | 'audit'>,
): Storage {
  const writes = requestNames.filter(isWrite).map((request) => ({
    perMonth: (perSecond * shares[request] * secondsPerMonth) / peakToAverage,
    bytes: bytes.perTransfer[request] ?? NaN,
  }));
  const transfersPerMonth = writes.reduce((sum, { perMonth }) => sum + perMonth, 0);
  const historyPerMonth = writes.reduce((sum, write) => sum + write.perMonth * write.bytes, 0);
  return {
    transfersPerMonth,
    accounts: users * assetsPerUser * bytes.perAccount,
    historyPerMonth,
    withReplicasPerMonth: historyPerMonth * (1 + replicas),
    walPerMonth: transfersPerMonth * bytes.walPerTransfer,
    auditHoursPerMonth: (transfersPerMonth * (audit.serviceUs + audit.databaseUs)) / 1e6 / 3600,
  };
}
