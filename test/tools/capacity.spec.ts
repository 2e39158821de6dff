import { readFileSync } from 'node:fs';
import { runScript } from '../support/run-script.js';

const capacity = (...args: string[]) => runScript('bench/capacity/main.mjs', ...args);

it('prints the documented plan', async () => {
  const page = readFileSync('docs/capacity.md', 'utf8');
  const [, args = '', output = ''] =
    /^npm run capacity -- (--users .+)\n```\n\n```text\n([^]*?)```$/m.exec(page) ?? [];
  const { code, output: printed } = await capacity(...args.split(' '));
  expect(printed.trim()).toBe(output.trim());
  expect(code).toBe(0);
});

it('explains wrong arguments and exits with 1', async () => {
  const { code, output } = await capacity('--users', '50M', '--peak', '40000');
  expect(output).toMatch(
    /^capacity: --peak takes a rate such as 40000\/s, not "40000"\n\nnpm run capacity -- --users/,
  );
  expect(code).toBe(1);
});

it('lists its options', async () => {
  const { code, output } = await capacity('--help');
  expect(output).toContain('--latency <time>');
  expect(code).toBe(0);
});
