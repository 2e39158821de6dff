import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** One of our programs as a separate process, as an operator runs it: the production build, started with Node. */
export interface ServiceProcess {
  child: ChildProcess;
  url: string;
  /** Its stdout and stderr so far. */
  output(): string;
  /** The exit code, once it has ended; `null` if a signal ended it. */
  exit: Promise<number | null>;
}

export interface ProgramOptions {
  /** Below `dist/apps/wallet-api/src`; the commands are in `process/`. */
  program?: 'main' | `commands/${'migrate' | 'seed' | 'verify' | 'client' | 'player' | 'rebuild-balances'}`;
  args?: string[];
  env?: Record<string, string>;
  /** The folder of the build. */
  build?: string;
}

const running = new Set<ChildProcess>();

/** Ends processes that a failed test left running. Call it in `afterEach`. */
export async function endPrograms(): Promise<void> {
  for (const child of running) {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
}

export async function startProgram({
  program = 'main',
  args = [],
  env = {},
  build = 'dist',
}: ProgramOptions): Promise<ServiceProcess> {
  const port = env['PORT'] ?? String(await freePort());
  const file = program === 'main' ? program : `process/${program}`;
  const child = spawn(process.execPath, [`${build}/apps/wallet-api/src/${file}.js`, ...args], {
    // Without the environment of the test run, which sets NODE_ENV and more.
    env: { PATH: process.env['PATH'], PORT: port, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const exit = once(child, 'close').then(([code]) => {
    running.delete(child);
    return code as number | null;
  });
  return { child, url: `http://127.0.0.1:${port}`, output: () => output, exit };
}

/** Runs a program to its end. */
export async function runProgram(options: ProgramOptions): Promise<{ code: number | null; output: string }> {
  const program = await startProgram(options);
  const code = await program.exit;
  return { code, output: program.output() };
}

/** Waits until the service is ready; fails with its output if it ends before. */
export async function untilReady(service: ServiceProcess): Promise<void> {
  let ended = false;
  void service.exit.then(() => (ended = true));
  while (!ended) {
    const ready = await fetch(`${service.url}/health/ready`).then(
      ({ status }) => status === 200,
      () => false,
    );
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`the service ended before it was ready:\n${service.output()}`);
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
