import { runProgram, type ServiceProcess, startProgram, untilReady } from '../../support/service-process.js';

/** The service as a process for campaigns to break; it keeps its address across restarts. */
export interface Wallet {
  url: string;
  pid(): number;
  /** Sends SIGKILL and waits for the exit. */
  kill(): Promise<void>;
  /** Restarts it after an exit. Returns the milliseconds until it was ready. */
  restart(): Promise<number>;
  /** Sends SIGTERM and returns the exit code. */
  stop(): Promise<number | null>;
  /** Resolves with the exit code once it has ended for any reason. */
  exit(): Promise<number | null>;
  output(): string;
}

export interface WalletOptions {
  databaseUrl: string;
  /** A build other than `dist`, such as one with a planted bug. */
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

/** Stops the service and runs the audit. Returns the failures of either in words. */
export async function stopAndAudit(wallet: Wallet, databaseUrl: string): Promise<string[]> {
  const broken: string[] = [];
  const exitCode = await wallet.stop();
  if (exitCode !== 0) broken.push(`the service ended with ${String(exitCode)}: ${wallet.output()}`);
  const audit = await runProgram({ program: 'commands/verify', env: { DATABASE_URL: databaseUrl } });
  if (audit.code !== 0) broken.push(`the audit failed: ${audit.output}`);
  return broken;
}
