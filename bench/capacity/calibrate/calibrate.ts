import { execFileSync } from 'node:child_process';
import { defaultJournalOptions } from '@app/ledger';
import { type Environment, openEnvironment } from '../../support/environment.js';
import { root } from '../../support/paths.js';
import type { Calibration, MeasuredPoint } from '../calibration.js';
import { isWrite, type RequestKind, requestNames } from '../request-kinds.js';
import { agrees, cheapestTwo, differenceOf } from './agreement.js';
import { measureAuditCost } from './audit-cost.js';
import { hasBatch, measurePoint, type Measurement } from './measure-point.js';
import { type WantedPoint, wantedPoints } from './points.js';
import { prepareSubject, type Subject } from './subject.js';

/** Every point is measured this often. Later rounds measure only the points that do not agree yet. */
const fewestRounds = 3;
const mostRounds = 6;

interface Measured {
  wanted: WantedPoint;
  /** Those that kept up. */
  measurements: Measurement[];
}

/** Measures every point on this machine until the two cheapest measurements of it agree, then audits the ledger. */
export async function calibrate({ seconds }: { seconds: number } = { seconds: 2 }): Promise<Calibration> {
  const environment = await openEnvironment({ profile: false });
  const subject = await prepareSubject(environment);
  const measured = wantedPoints.map((wanted): Measured => ({ wanted, measurements: [] }));
  // Compiled code and filled pools, before anything counts.
  for (const request of requestNames) await measurePoint(subject, [{ request, callers: 64 }], seconds);
  for (let round = 1; round <= mostRounds; round++) {
    const open = measured.filter(
      ({ measurements }) => measurements.length < fewestRounds || !agrees(measurements),
    );
    if (open.length === 0) break;
    environment.beginRound(round);
    for (const point of round % 2 === 1 ? open : open.toReversed()) {
      await environment.checkpoint();
      const measurement = await measurePoint(subject, point.wanted, seconds);
      if (measurement.keptUp) point.measurements.push(measurement);
    }
  }
  await subject.service.stop();
  const audit = await measureAuditCost(subject.databaseUrl, subject.postmaster);
  return { ...describe(environment, seconds), ...conclude(measured, subject), audit };
}

function describe({ machine, machineStates }: Environment, secondsPerPoint: number) {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
  return {
    measured: {
      at: new Date().toISOString(),
      commit: git('rev-parse', '--short', 'HEAD'),
      secondsPerPoint,
      machine,
      machineStates,
    },
    lanes: defaultJournalOptions.lanes,
    batchSize: defaultJournalOptions.batchSize,
  };
}

function conclude(measured: readonly Measured[], { bytesPerAccount }: Subject) {
  const all = measured.flatMap(({ measurements }) => measurements);
  const writes = all.filter(({ loads }) => hasBatch(loads));
  return {
    points: measured.filter((point) => !isLeftOut(point)).map(pointOf),
    leftOut: measured.filter(isLeftOut).map(({ wanted }) => wanted),
    bytes: {
      perTransfer: Object.fromEntries(
        requestNames.filter(isWrite).map((request) => [request, bytesOf(request, all)]),
      ),
      walPerTransfer: sumOf(writes, 'walBytes') / sumOf(writes, 'transactions'),
      perAccount: bytesPerAccount,
    },
  };
}

function pointOf({ wanted, measurements }: Measured): MeasuredPoint {
  const two = cheapestTwo(measurements);
  if (!two) throw new Error('a point was measured less than twice');
  const meanOf = (figure: (measurement: Measurement) => number) => (figure(two[0]) + figure(two[1])) / 2;
  return {
    loads: wanted.map((load, index) => ({
      ...load,
      share: meanOf(({ loads }) => loads[index]?.share ?? NaN),
    })),
    ...(hasBatch(wanted) && { batch: sumOf(two, 'transactions') / sumOf(two, 'commits') }),
    serviceUs: meanOf(({ serviceUs }) => serviceUs),
    databaseUs: meanOf(({ databaseUs }) => databaseUs),
    difference: differenceOf(two),
    measurements: measurements.length,
  };
}

/** An open loop that did not keep up. */
function isLeftOut({ measurements }: Measured): boolean {
  return measurements.length < 2;
}

function bytesOf(request: RequestKind, all: readonly Measurement[]): number {
  const alone = all.filter(({ loads }) => loads.length === 1 && loads[0]?.request === request);
  return sumOf(alone, 'historyBytes') / sumOf(alone, 'transactions');
}

function sumOf(measurements: readonly Measurement[], figure: keyof Measurement['growth']): number {
  return measurements.reduce((sum, { growth }) => sum + growth[figure], 0);
}
