import { scryptSync } from 'node:crypto';
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The milliseconds of each probe on two idle cores with a solid-state disk, where the limits of the tests were set. */
const usualMs = { processor: 60, connection: 10, sync: 5 };

/** Stretched any further, a limit would let a hanging test run for hours. */
const maxSlowness = 20;

/**
 * How many times slower than usual this machine is, from 1 to 20: the slowest of processor, disk and, if `connectOnce` is given,
 * opening a database connection. Takes about half a second on a usual machine.
 */
export async function measureSlowness({ connectOnce } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'wallet-speed-'));
  try {
    const measured = {
      processor: await median(() => scryptSync('speed', 'salt', 32, { N: 2 ** 14 })),
      sync: await median(() => syncOnce(join(folder, 'block'))),
      connection: connectOnce ? await median(connectOnce) : 0,
    };
    const ratios = Object.entries(measured).map(([name, ms]) => ms / usualMs[name]);
    return Math.min(maxSlowness, Math.max(1, ...ratios));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function median(probe) {
  const took = [];
  for (let times = 0; times < 5; times++) {
    const startedAt = performance.now();
    await probe();
    took.push(performance.now() - startedAt);
  }
  return took.sort((a, b) => a - b)[2];
}

function syncOnce(file) {
  const descriptor = openSync(file, 'w');
  writeSync(descriptor, Buffer.alloc(8_192));
  fsyncSync(descriptor);
  closeSync(descriptor);
}
