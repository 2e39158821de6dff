import { hashingLimits, HashingQueue } from './hashing-queue.js';

/** Work that ends on demand. */
function open() {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  return { end, ended };
}

/** A queue whose only slot is taken, and the events of later attempts. */
function occupied(limits: { waiting: number; waitingPerAddress: number }) {
  const queue = new HashingQueue({ running: 1, ...limits });
  const first = open();
  const events: string[] = [];
  const visits = [queue.run({ address: 'first', attempt: 1 }, () => first.ended)];
  const come = (address: string, attempt: number) => {
    const name = `${address}-${attempt}`;
    const work = async () => {
      events.push(name);
      await Promise.resolve();
    };
    visits.push(queue.run({ address, attempt }, work).catch(() => void events.push(`${name} refused`)));
  };
  const drain = async () => {
    first.end();
    await Promise.all(visits);
    return events;
  };
  return { queue, come, drain };
}

it('runs two at a time, then the others in order of arrival, and rejects beyond its capacity', async () => {
  const queue = new HashingQueue({ running: 2, waiting: 2, waitingPerAddress: 2 });
  const started: number[] = [];
  const work = [open(), open(), open(), open()];
  const visits = work.map(({ ended }, index) =>
    queue.run({ address: `${index}`, attempt: 1 }, async () => {
      started.push(index);
      await ended;
      return index;
    }),
  );
  const late = { address: 'late', attempt: 1 };
  expect(queue.isFullFor(late)).toBe(true);
  await expect(queue.run(late, () => Promise.resolve())).rejects.toMatchObject({ code: 'overloaded' });
  expect(started).toEqual([0, 1]);

  work[1]!.end();
  expect(await visits[1]).toBe(1);
  await new Promise(setImmediate);
  expect(started).toEqual([0, 1, 2]);

  for (const { end } of work) end();
  expect(await Promise.all(visits)).toEqual([0, 1, 2, 3]);
});

it('passes the slot of failed work to the next', async () => {
  const queue = new HashingQueue({ running: 1, waiting: 1, waitingPerAddress: 1 });
  const from = (address: string) => ({ address, attempt: 1 });
  const failed = queue.run(from('a'), () => Promise.reject(new Error('no')));
  const next = queue.run(from('b'), () => Promise.resolve('in'));
  await expect(failed).rejects.toThrow('no');
  expect(await next).toBe('in');
  expect(await queue.run(from('a'), () => Promise.resolve('again'))).toBe('again');
});

it('serves the first attempt of each address before the second of any', async () => {
  const { come, drain } = occupied({ waiting: 9, waitingPerAddress: 9 });
  for (const attempt of [1, 2, 3]) come('storm', attempt);
  come('alice', 1);
  come('bob', 1);
  come('alice', 2);
  expect(await drain()).toEqual(['storm-1', 'alice-1', 'bob-1', 'storm-2', 'alice-2', 'storm-3']);
});

it('rejects an address beyond its limit while admitting others', async () => {
  const { queue, come, drain } = occupied({ waiting: 9, waitingPerAddress: 2 });
  for (const attempt of [1, 2, 3]) come('storm', attempt);
  expect(queue.isFullFor({ address: 'storm', attempt: 4 })).toBe(true);
  expect(queue.isFullFor({ address: 'alice', attempt: 1 })).toBe(false);
  expect(await drain()).toEqual(['storm-3 refused', 'storm-1', 'storm-2']);
});

it('lets a newcomer displace the last attempt, but no attempt with an earlier turn', async () => {
  const { come, drain } = occupied({ waiting: 2, waitingPerAddress: 2 });
  come('storm', 7);
  come('other-storm', 8);
  come('alice', 1);
  come('latecomer', 7);
  const events = await drain();
  expect(events.slice(0, 2).sort()).toEqual(['latecomer-7 refused', 'other-storm-8 refused']);
  expect(events.slice(2)).toEqual(['alice-1', 'storm-7']);
});

it.each([
  ['one core', 1, 4, 1],
  ['two cores', 2, 4, 1],
  ['three cores', 3, 4, 2],
  ['many cores and the default pool of four threads', 64, 4, 3],
  ['many cores and a larger pool', 8, 16, 7],
  ['a pool of one thread', 8, 1, 1],
])('leaves a core and a thread to wallet traffic: %s', (_what, cores, threads, running) => {
  expect(hashingLimits(cores, threads).running).toBe(running);
});
