import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pipeline } from './pipeline.js';

/** A connection on which statements take a while to leave, and which answers on demand. */
function connection() {
  const client = new EventEmitter();
  const left: string[] = [];
  const statement =
    (name: string, answer: Promise<unknown>, turns = 0) =>
    async () => {
      for (let turn = 0; turn < turns; turn++) await Promise.resolve();
      left.push(name);
      client.emit('sent');
      return answer;
    };
  return { pipeline: new Pipeline(client), left, statement };
}

const never = new Promise<unknown>(() => undefined);

it('starts a statement once the previous one has left, without waiting for its answer', async () => {
  const { pipeline, left, statement } = connection();
  await pipeline.push(statement('slow to leave', never, 50));
  await pipeline.push(statement('quick', never));
  expect(left).toEqual(['slow to leave', 'quick']);
});

it('resolves the answer of each statement separately', async () => {
  const { pipeline, statement } = connection();
  const one = await pipeline.send(statement('one', Promise.resolve(1)));
  const two = await pipeline.send(statement('two', Promise.resolve(2)));
  expect([await two.answer, await one.answer]).toEqual([2, 1]);
});

it('rejects if a pushed statement fails, even one that never left', async () => {
  const { pipeline, statement } = connection();
  await pipeline.push(statement('first', sleep(1)));
  await pipeline.push(() => Promise.reject(new Error('the connection is gone')));
  await expect(pipeline.answered()).rejects.toThrow('the connection is gone');
  await expect(pipeline.answered()).resolves.toBeUndefined();
});
