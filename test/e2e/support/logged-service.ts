import { startProgram, untilReady } from '../../support/service-process.js';
import type { TestDatabase } from '../../support/test-database.js';

/** The service in a process of its own, with its log. */
export interface LoggedService {
  url: string;
  /** Every line of its log so far, in order. */
  lines(): Promise<LogLine[]>;
  /** Every line of its log so far that is about requests, in order. */
  requestLines(): Promise<LogLine[]>;
  stop(): Promise<void>;
}

export type LogLine = Record<string, unknown>;

/** Asked for to see whether the service is ready and how far the log has come; these requests are left out. */
const health = '/health/';

export async function startLoggedService(
  database: TestDatabase,
  env: Record<string, string> = {},
): Promise<LoggedService> {
  const program = await startProgram({ env: { DATABASE_URL: database.url, SEED_DEMO: 'true', ...env } });
  await untilReady(program);
  // A line that is not JSON is a failure of its own: it throws here, and no test goes on.
  const written = () =>
    program
      .output()
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as LogLine);
  const lines = async () => {
    // The log is in order: when the line of this request is there, all lines before it are.
    const { headers } = await fetch(`${program.url}${health}live`);
    const id = headers.get('x-request-id');
    while (!written().some(({ requestId }) => requestId === id)) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    return written();
  };
  return {
    url: program.url,
    lines,
    requestLines: async () =>
      (await lines()).filter(
        ({ requestId, path }) => requestId !== undefined && !String(path).startsWith(health),
      ),
    stop: async () => {
      program.child.kill('SIGTERM');
      await program.exit;
    },
  };
}
