import { UnavailableError } from '@app/database';
import { trace } from '@opentelemetry/api';
import { Lane, type PendingBatch } from './lane.js';
import { silentObserver } from './observer.js';
import { defaultJournalOptions } from './options.js';
import type { JournalRequest } from './request.js';

/** A lane whose batches get their transaction a turn later and end on demand. */
function laneUnderTest(options: Partial<typeof defaultJournalOptions> = {}) {
  const batches: (readonly JournalRequest[])[] = [];
  const finish: (() => void)[] = [];
  const run = async (batch: PendingBatch): Promise<void> => {
    await turn();
    batches.push(batch.requests);
    return new Promise((resolve) => finish.push(resolve));
  };
  const lane = new Lane(
    { ...defaultJournalOptions, ...options },
    run,
    silentObserver.openLane(0, () => 0),
  );
  const push = () => {
    const errors: Error[] = [];
    lane.push({
      posting: {} as JournalRequest['posting'],
      actor: { kind: 'client', id: 'game' },
      claim: {} as JournalRequest['claim'],
      claimKey: '',
      routes: [],
      operationRoutes: [],
      sides: [],
      storeRefusal: true,
      queuedAt: performance.now(),
      takenAt: 0,
      times: undefined,
      span: trace.getTracer('test').startSpan('posting'),
      resolve: () => undefined,
      reject: (error) => errors.push(error),
    });
    return errors;
  };
  return { lane, batches, finish, push };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));
/** Long enough for the next batch to start after one has ended. */
const turns = async () => {
  await turn();
  await turn();
};

it('groups requests that arrive during a commit into the next batch', async () => {
  const { batches, finish, push } = laneUnderTest();
  push();
  await turns();
  push();
  push();
  push();
  await turns();
  expect(batches.map((batch) => batch.length)).toEqual([1]);
  finish.shift()?.();
  await turns();
  expect(batches.map((batch) => batch.length)).toEqual([1, 3]);
});

it('takes at most its batch size, in order of arrival', async () => {
  const { batches, finish, push } = laneUnderTest({ batchSize: 2 });
  for (let count = 0; count < 5; count++) push();
  for (let count = 0; count < 3; count++) {
    await turns();
    finish.shift()?.();
    await turns();
  }
  expect(batches.map((batch) => batch.length)).toEqual([2, 2, 1]);
});

it('rejects at once if the queue is full', async () => {
  const { push } = laneUnderTest({ queueLength: 2 });
  push();
  push();
  const errors = push();
  await turns();
  expect(errors).toEqual([expect.objectContaining({ code: 'overloaded' })]);
  expect(errors[0]).toBeInstanceOf(UnavailableError);
});

it('rejects exactly the requests that waited too long', async () => {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
  const { batches, finish, push } = laneUnderTest({ queueTimeoutMs: 60_000 });
  push();
  await turns();
  const tooLong = push();
  jest.advanceTimersByTime(30_000);
  const inTime = push();
  jest.advanceTimersByTime(30_000);
  jest.useRealTimers();
  finish.shift()?.();
  await turns();
  expect(tooLong).toEqual([expect.objectContaining({ code: 'overloaded' })]);
  expect(inTime).toEqual([]);
  expect(batches.map((batch) => batch.length)).toEqual([1, 1]);
});

it('waits for the last batch when draining', async () => {
  const { lane, finish, push } = laneUnderTest();
  push();
  await turns();
  let drained = false;
  void lane.drain().then(() => (drained = true));
  await turns();
  expect(drained).toBe(false);
  finish.shift()?.();
  await turns();
  expect(drained).toBe(true);
});
