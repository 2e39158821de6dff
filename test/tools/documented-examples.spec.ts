import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { startService, type TestService } from '../support/test-service.js';
import { type Example, examplesIn, expected, parseAnswer } from './documented-examples.js';

/** The documented commands, run in bash against a service with the demo data. */
const canRun = ['bash', 'curl'].every((program) => spawnSync(program, ['--version']).status === 0);
const itRuns = canRun ? it : it.skip;

let service: TestService;
beforeEach(async () => {
  service = await startService();
});
afterEach(async () => {
  await service.audit();
  await service.close();
});

const separator = '\n=====\n';

/** Runs all commands in one shell, as a reader does, and returns the output of each. */
function run(examples: readonly Example[]): Promise<string[]> {
  const script = examples.map(({ command }) => `${command}printf '${separator}'\n`).join('');
  return new Promise((resolve, reject) => {
    const shell = execFile('bash', ['-euo', 'pipefail'], (error, stdout, stderr) => {
      if (error) reject(new Error(`${error.message}\n${stderr}`));
      else resolve(stdout.split(separator));
    });
    shell.stdin?.end(script.replaceAll('http://localhost:3000', service.url));
  });
}

async function runAsModule(code: string): Promise<string> {
  const script = code.replaceAll('http://localhost:3000', service.url);
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]);
  return stdout;
}

itRuns.each(['README.md', 'docs/quick-start.md', 'docs/api-examples.md', 'docs/administration.md'])(
  'answers every command as %s documents',
  async (page) => {
    const examples = examplesIn(readFileSync(page, 'utf8'));
    expect(examples.filter(({ answer }) => answer !== undefined).length).toBeGreaterThan(1);
    const outputs = await run(examples);
    for (const [index, { title, command, answer }] of examples.entries()) {
      if (answer === undefined) continue;
      const documented = parseAnswer(answer);
      const actual = parseAnswer(outputs[index]!);
      expect({ title, command, ...actual, body: documented.body && JSON.parse(actual.body) }).toEqual({
        title,
        command,
        status: documented.status,
        headers: expect.objectContaining(documented.headers) as object,
        body: documented.body && expected(JSON.parse(documented.body)),
      });
    }
  },
);

itRuns('runs the client of the quick start', async () => {
  const page = readFileSync('docs/quick-start.md', 'utf8');
  const [, client] = /```js\n([^]*?)```/.exec(page) ?? [];
  await run(examplesIn(page));
  expect(await runAsModule(client ?? '')).toBe('430 missing\n');
});

it('detects an undocumented answer', () => {
  const documented = expected({ balance: 70, id: '…', data: [{ version: 1 }] });
  expect({ balance: 70, id: 'x', data: [{ version: 1, more: 2 }], other: 1 }).toEqual(documented);
  for (const wrong of [
    { balance: 71, id: 'x', data: [{ version: 1 }] },
    { balance: 70, data: [{ version: 1 }] },
    { balance: 70, id: 'x', data: [{ version: 2 }] },
    { balance: 70, id: 'x', data: [{ version: 1 }, { version: 2 }] },
  ]) {
    expect(wrong).not.toEqual(documented);
  }
});
