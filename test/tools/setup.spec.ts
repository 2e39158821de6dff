import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The setup scripts check for Node and leave the rest to `npm start`. */
let programs: string;
beforeEach(() => {
  programs = mkdtempSync(join(tmpdir(), 'wallet-setup-'));
});
afterEach(() => {
  rmSync(programs, { recursive: true });
});

function program(name: string, script: string): void {
  writeFileSync(join(programs, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(programs, name), 0o755);
}

/** Runs setup.sh on a machine with only these programs and the standard ones of Unix. */
function setup(...args: string[]): Promise<{ code: number | null; output: string }> {
  program('dirname', '/usr/bin/dirname "$@"');
  return new Promise((resolve) => {
    const options = { env: { PATH: programs }, cwd: tmpdir() };
    const script = join(process.cwd(), 'setup.sh');
    const child = execFile('/bin/sh', [script, ...args], options, (_error, stdout, stderr) => {
      resolve({ code: child.exitCode, output: stdout + stderr });
    });
  });
}

it('reports a missing Node', async () => {
  const { code, output } = await setup();
  expect(output).toMatch(/^Node\.js is not installed\. Install version 24 LTS \(20\.19 or newer\)/);
  expect(code).toBe(1);
});

it.each(['v20.18.3', 'v18.20.8', 'v8.17.0'])('rejects Node %s', async (version) => {
  program('node', `echo ${version}`);
  const { code, output } = await setup();
  expect(output).toMatch(`Node.js 20.19 or newer is needed; this is ${version}.`);
  expect(code).toBe(1);
});

it.each(['v20.19.0', 'v22.0.1', 'v100.2.3'])(
  'runs `npm start` in its folder with Node %s',
  async (version) => {
    program('node', `echo ${version}`);
    program('npm', `echo "npm $* in $PWD"; exit 7`);
    expect(await setup('--silent')).toEqual({ code: 7, output: `npm start --silent in ${process.cwd()}\n` });
  },
);

it('requires the same version everywhere', () => {
  const { engines } = JSON.parse(readFileSync('package.json', 'utf8')) as { engines: { node: string } };
  const [, oldest] = /^>=(\d+\.\d+)$/.exec(engines.node)!;
  for (const script of ['setup.sh', 'setup.ps1']) expect(readFileSync(script, 'utf8')).toContain(oldest);
});
