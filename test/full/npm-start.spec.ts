import { readFileSync } from 'node:fs';
import { isRunning } from '../embedded/cluster-processes.js';
import { createEmbeddedFolder, type EmbeddedFolder } from '../support/embedded-folder.js';
import { holdAccount } from '../support/held-account.js';
import { type NpmProcess, startNpm } from '../support/npm-process.js';
import { runProgram, untilReady } from '../support/service-process.js';
import { WalletClient } from '../support/wallet-client.js';

/** Signals to the real npm and their effect on the service. */
let folder: EmbeddedFolder;
let npm: NpmProcess | undefined;
beforeEach(async () => {
  folder = await createEmbeddedFolder();
});
afterEach(async () => {
  try {
    npm?.signalGroup('SIGKILL');
  } catch {
    // It has ended, as expected.
  }
  await npm?.allEnded;
  npm = undefined;
  await folder.remove();
});

async function start(env: Record<string, string> = {}): Promise<{ npm: NpmProcess; service: number }> {
  npm = await startNpm(['start'], { DATA_DIR: folder.path, ...env });
  await untilReady(npm);
  return { npm, service: Number(/"pid":(\d+)/.exec(npm.output())?.[1]) };
}

const isStopping = (url: string) =>
  fetch(`${url}/health/ready`).then(
    ({ status }) => status === 503,
    () => true,
  );

/** Stops it while a spend waits for its account. Expects an answer to the spend and no process left. */
async function expectDrain(started: { npm: NpmProcess; service: number }, sendSignal: () => void) {
  const client = new WalletClient(started.npm.url);
  const held = await holdAccount({ url: folder.databaseUrl() }, { userId: 'alice', asset: 'GOLD' });
  const underWay = client.post('/v1/wallets/alice/GOLD/spend', { amount: 30 });
  await held.untilAwaited(1);
  const postmaster = folder.postmaster();

  sendSignal();
  while (!(await isStopping(started.npm.url)));
  await held.release();
  expect((await underWay).status).toBe(201);
  await started.npm.allEnded;
  expect(isRunning(started.service)).toBe(false);
  expect(isRunning(postmaster)).toBe(false);
  expect(folder.hasServer()).toBe(false);
  const audit = await runProgram({ program: 'commands/verify', env: { DATA_DIR: folder.path } });
  expect(audit).toMatchObject({
    code: 0,
    output: expect.stringMatching(/The ledger is consistent/) as string,
  });
}

it.each(['SIGTERM', 'SIGINT'] as const)(
  'drains on %s to npm only, which waits and exits with 0',
  async (signal) => {
    const started = await start();
    await expectDrain(started, () => started.npm.child.kill(signal));
    expect(await started.npm.exit).toBe(0);
  },
);

it('drains once on Ctrl-C, which reaches the service from the terminal and from npm', async () => {
  const started = await start();
  await expectDrain(started, () => {
    started.npm.signalGroup('SIGINT');
  });
  expect(await started.npm.exit).toBe(0);
});

it('drains when npm is killed', async () => {
  const started = await start();
  await expectDrain(started, () => started.npm.child.kill('SIGKILL'));
});

it('stops the embedded PostgreSQL on a signal during the start', async () => {
  npm = await startNpm(['start'], { DATA_DIR: folder.path });
  while (!/Started the embedded PostgreSQL/.test(npm.output())) await new Promise(setImmediate);
  npm.child.kill('SIGTERM');
  await npm.allEnded;
  expect(await npm.exit).toBe(143);
  expect(folder.hasServer()).toBe(false);
});

it('starts every long-running program with exec: no shell may swallow the signals of npm', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const programs = Object.values(scripts).filter((script) => /\b(node|vite --config|stryker) /.test(script));
  expect(programs.length).toBeGreaterThan(10);
  for (const script of programs.filter((one) => !one.includes('&&'))) expect(script).toMatch(/^exec /);
  // Windows has no exec.
  expect(readFileSync('exec.cmd', 'utf8')).toMatch(/^@%\*\r$/m);
});
