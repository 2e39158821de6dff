import { WaitingRoom } from './waiting-room.js';

/** Work that ends when it is told to. */
function open() {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  return { end, ended };
}

it('lets two in at a time, the others in the order in which they came, and turns the next one away', async () => {
  const room = new WaitingRoom({ inside: 2, waiting: 2 });
  const entered: number[] = [];
  const work = [open(), open(), open(), open()];
  const visits = work.map(({ ended }, index) =>
    room.enter(async () => {
      entered.push(index);
      await ended;
      return index;
    }),
  );
  await expect(room.enter(() => Promise.resolve())).rejects.toMatchObject({ code: 'overloaded' });
  expect(entered).toEqual([0, 1]);

  work[1]!.end();
  expect(await visits[1]).toBe(1);
  await new Promise(setImmediate);
  expect(entered).toEqual([0, 1, 2]);

  for (const { end } of work) end();
  expect(await Promise.all(visits)).toEqual([0, 1, 2, 3]);
});

it('gives the place of a failed work to the next', async () => {
  const room = new WaitingRoom({ inside: 1, waiting: 1 });
  const failed = room.enter(() => Promise.reject(new Error('no')));
  const next = room.enter(() => Promise.resolve('in'));
  await expect(failed).rejects.toThrow('no');
  expect(await next).toBe('in');
  expect(await room.enter(() => Promise.resolve('again'))).toBe('again');
});
