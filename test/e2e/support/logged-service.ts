import { startProgram, untilReady } from '../../support/service-process.js';
import type { TestDatabase } from '../../support/test-database.js';

/** The service in a separate process, with its log. */
export interface LoggedService {
  url: string;
  /** All log lines so far, in order. */
  lines(): Promise<LogLine[]>;
  /** All log lines about requests so far, in order. */
  requestLines(): Promise<LogLine[]>;
  stop(): Promise<void>;
}

export type LogLine = Record<string, unknown>;

/** Requested to see whether the service is ready and how far the log has got; these requests are left out. */
const health = '/health/';

export async function startLoggedService(
  database: TestDatabase,
  env: Record<string, string> = {},
): Promise<LoggedService> {
  const program = await startProgram({ env: { DATABASE_URL: database.url, SEED_DEMO: 'true', ...env } });
  await untilReady(program);
  // A line that is not JSON fails the test here.
  const written = () =>
    program
      .output()
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as LogLine);
  const lines = async () => {
    // The log is in order: once this request is logged, so are all earlier ones.
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
        ({ requestId, path, msg }) =>
          // How many requests are slow depends on the machine.
          requestId !== undefined && msg !== 'slow request' && !String(path).startsWith(health),
      ),
    stop: async () => {
      program.child.kill('SIGTERM');
      await program.exit;
    },
  };
}
