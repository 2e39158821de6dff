import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { TestDatabase } from '../../support/test-database.js';

/** The service as an operator runs it: the build, in a process of its own, with its log. */
export interface ServiceProcess {
  url: string;
  /** Every line of its log so far that is about requests, in order. */
  requestLines(): Promise<LogLine[]>;
  stop(): Promise<void>;
}

export type LogLine = Record<string, unknown>;

/** Asked for to see how far the log has come; these requests are left out. */
const marker = '/health/live';

export async function startServiceProcess(database: TestDatabase): Promise<ServiceProcess> {
  const child = spawn(process.execPath, [join('dist', 'apps', 'wallet-api', 'src', 'main.js')], {
    env: { ...process.env, DATABASE_URL: database.url, PORT: '0', HOST: '127.0.0.1', SEED_DEMO: 'true' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: LogLine[] = [];
  // A line that is not JSON is a failure of its own: it throws here, and no test goes on.
  const reader = createInterface(child.stdout);
  reader.on('line', (line) => lines.push(JSON.parse(line) as LogLine));

  async function until(found: (line: LogLine) => boolean): Promise<LogLine> {
    for (;;) {
      const line = lines.find(found);
      if (line) return line;
      if (child.exitCode !== null) throw new Error(`the service ended with code ${child.exitCode}`);
      await once(reader, 'line');
    }
  }

  const listening = await until(({ msg }) => String(msg).startsWith('Server listening at '));
  const url = String(listening['msg']).replace('Server listening at ', '');
  return {
    url,
    requestLines: async () => {
      // The log is in order: when the line of this request is there, all lines before it are.
      const { headers } = await fetch(`${url}${marker}`);
      const id = headers.get('x-request-id');
      await until(({ requestId }) => requestId === id);
      return lines.filter(({ requestId, path }) => requestId !== undefined && path !== marker);
    },
    stop: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}
