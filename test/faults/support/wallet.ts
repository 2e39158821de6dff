import { runProgram, type ServiceProcess, startProgram, untilReady } from '../../support/service-process.js';

/** The service as a process that a campaign may hurt; over restarts it keeps its address. */
export interface Wallet {
  url: string;
  pid(): number;
  /** SIGKILL, and waits until it is gone. */
  kill(): Promise<void>;
  /** Starts it again after it has ended; answers after how many milliseconds it was ready. */
  restart(): Promise<number>;
  /** SIGTERM; answers with the exit code. */
  stop(): Promise<number | null>;
  /** Resolves with the exit code when it has ended, for whatever reason. */
  exit(): Promise<number | null>;
  output(): string;
}

export interface WalletOptions {
  databaseUrl: string;
  /** Another build than `dist`, such as one with a planted bug. */
  build?: string;
  env?: Record<string, string>;
}

export async function startWallet({ databaseUrl, build, env = {} }: WalletOptions): Promise<Wallet> {
  const start = (port?: string) =>
    startProgram({
      build,
      env: {
        DATABASE_URL: databaseUrl,
        SEED_DEMO: 'true',
        LOG_LEVEL: 'error',
        ...(port && { PORT: port }),
        ...env,
      },
    });
  let service: ServiceProcess = await start();
  const { port } = new URL(service.url);
  await untilReady(service);
  return {
    url: service.url,
    pid: () => service.child.pid ?? 0,
    kill: async () => {
      service.child.kill('SIGKILL');
      await service.exit;
    },
    restart: async () => {
      const startedAt = performance.now();
      service = await start(port);
      await untilReady(service);
      return performance.now() - startedAt;
    },
    stop: async () => {
      service.child.kill('SIGTERM');
      return service.exit;
    },
    exit: () => service.exit,
    output: () => service.output(),
  };
}

/** Ends the service and runs the audit. Tells, in words, what went wrong with either. */
export async function stopAndAudit(wallet: Wallet, databaseUrl: string): Promise<string[]> {
  const broken: string[] = [];
  const exitCode = await wallet.stop();
  if (exitCode !== 0) broken.push(`the service ended with ${String(exitCode)}: ${wallet.output()}`);
  const audit = await runProgram({ program: 'commands/verify', env: { DATABASE_URL: databaseUrl } });
  if (audit.code !== 0) broken.push(`the audit failed: ${audit.output}`);
  return broken;
}
