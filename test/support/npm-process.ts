import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { freePort, type ServiceProcess } from './service-process.js';

export interface NpmProcess extends ServiceProcess {
  /** Resolves once npm and its descendants, which share its output, have ended. */
  allEnded: Promise<unknown>;
  /** Sends a signal to each process of the group, as a terminal does. */
  signalGroup(signal: NodeJS.Signals): void;
}

/** Runs a script of package.json with the real npm, in a new process group. */
export async function startNpm(script: string[], env: Record<string, string>): Promise<NpmProcess> {
  const port = String(await freePort());
  const child = spawn('npm', script, {
    env: {
      PATH: process.env['PATH'],
      HOME: env['DATA_DIR'],
      npm_config_update_notifier: 'false',
      PORT: port,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const group = -(child.pid ?? NaN);
  return {
    child,
    url: `http://127.0.0.1:${port}`,
    output: () => output,
    exit: once(child, 'exit').then(([code]) => code as number | null),
    allEnded: once(child, 'close'),
    signalGroup: (signal) => void process.kill(group, signal),
  };
}
