import { readFileSync } from 'node:fs';
import type { Machine, MachineState } from '../support/machine-state.js';
import type { RequestKind } from './request-kinds.js';

/** What one kind of request did during a measurement. */
export interface Load {
  request: RequestKind;
  callers: number;
  /** The rate of an open loop. Without it each caller waits for its answer before it asks again. */
  perSecond?: number;
  /** Its part of all requests of the point; 1 if it was the only one. */
  share: number;
}

/** Processor time per request, in microseconds. */
export interface Cost {
  serviceUs: number;
  databaseUs: number;
}

/** Two measurements of one point agree if the larger is at most this much above the smaller. */
export const greatestDifference = 0.1;

/** The mean of the two cheapest measurements. */
export interface MeasuredPoint extends Cost {
  loads: Load[];
  /** Transactions per commit, counted in the ledger; only of requests that write. */
  batch?: number;
  /** How far the two measurements lie apart: 0.1 is a tenth. */
  difference: number;
  /** How often it was measured. */
  measurements: number;
}

/** Everything that was measured on one machine. */
export interface Calibration {
  measured: {
    /** ISO 8601. */
    at: string;
    /** Of the checkout. */
    commit: string;
    secondsPerPoint: number;
    machine: Machine;
    machineStates: (MachineState & { round: number })[];
  };
  /** Of the service that was measured. */
  lanes: number;
  /** The largest number of transactions in a commit. */
  batchSize: number;
  points: MeasuredPoint[];
  /** Open loops that did not keep up: their requests queued for too long a part of the measurement. */
  leftOut: Omit<Load, 'share'>[][];
  bytes: {
    /** History only: entries, transactions, keys, completions, with their indexes. */
    perTransfer: Partial<Record<RequestKind, number>>;
    /** Of the write-ahead log, over all transfers. A checkpoint precedes each measurement, so this is an upper bound. */
    walPerTransfer: number;
    /** One account and the salt of its user, with their indexes. */
    perAccount: number;
  };
  /** Of `npm run verify`, for each transaction of the ledger. */
  audit: Cost & { transactions: number };
}

export function readCalibration(file: string): Calibration {
  return JSON.parse(readFileSync(file, 'utf8')) as Calibration;
}
