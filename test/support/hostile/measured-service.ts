import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePort, untilReady } from '../service-process.js';
import { createTestDatabase } from '../test-database.js';
import { WalletClient } from '../wallet-client.js';

/** The production build in a child process that reports its processor time. */
export interface MeasuredService {
  url: string;
  /** Sends the key of the demo administrator. */
  client: WalletClient;
  processorTimeUs(): Promise<number>;
  close(): Promise<void>;
}

const never = '999999999/1';

/** No limits and no logs: only the code that reads a hostile request is measured. */
const environment = {
  SEED_DEMO: 'true',
  LOG_LEVEL: 'silent',
  TRUST_PROXY: 'loopback,10.0.0.0/8',
  CORS_ORIGINS: 'https://shop.example',
  RATE_LIMIT_SIGN_UP: never,
  RATE_LIMIT_LOGIN: never,
};

export async function startMeasuredService(): Promise<MeasuredService> {
  const database = await createTestDatabase();
  const port = String(await freePort());
  const reporter = join(process.cwd(), 'test/support/hostile/report-processor-time.mjs');
  const child = spawn(process.execPath, ['--import', reporter, 'dist/apps/wallet-api/src/main.js'], {
    env: { PATH: process.env['PATH'], PORT: port, DATABASE_URL: database.url, ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  }
  const exit = once(child, 'close').then(([code]) => code as number | null);
  const url = `http://127.0.0.1:${port}`;
  await untilReady({ child, url, output: () => output, exit });
  const client = new WalletClient(url);
  return {
    url,
    client,
    processorTimeUs: async () => {
      const answer = once(child, 'message');
      child.send('');
      const [timeUs] = (await answer) as [number];
      return timeUs;
    },
    close: async () => {
      client.close();
      child.kill('SIGTERM');
      await exit;
      await database.drop();
    },
  };
}
