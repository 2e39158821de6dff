import { supervise } from './supervise.js';

const log = () => undefined;

it('gives up at the third failure and reports the reason of the last', async () => {
  let attempts = 0;
  const restart = () => Promise.reject(new Error(`attempt ${++attempts}`));
  const { lost } = supervise({ isRunning: () => false, restart, log });
  expect(await lost).toBe('attempt 2');
});

it('restarts a server twice within a minute and gives up when it dies again', async () => {
  let restarts = 0;
  const restart = () => {
    restarts++;
    return Promise.resolve();
  };
  expect(await supervise({ isRunning: () => false, restart, log }).lost).toMatch(/killed, or it crashed/);
  expect(restarts).toBe(2);
});

it('keeps trying after one failed restart', async () => {
  let [running, attempts] = [false, 0];
  const restarted = new Promise<void>((resolve) => {
    const supervision = supervise({
      isRunning: () => running,
      restart: () => {
        if (++attempts === 1) return Promise.reject(new Error('not yet'));
        running = true;
        supervision.end();
        resolve();
        return Promise.resolve();
      },
      log,
    });
  });
  await restarted;
  expect(attempts).toBe(2);
});
