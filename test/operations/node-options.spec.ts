import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const optionsOf = (command: string) => command.match(/--[\w-]+(=\w+)?(?=[\s",'\]])/g);

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } };

/** Every way to start the service passes the same options to Node; the bench uses them too. */
it.each([
  ['Dockerfile', /^CMD .*$/m],
  ['docs/deployment.md', /`node --[^`]*main\.js`/],
  ['bench/implementations/wallet.ts', /nodeOptions = \[[^\]]*\]/],
])('starts the service in %s with the options of npm start', (file, command) => {
  const [found] = command.exec(readFileSync(file, 'utf8')) ?? [];
  expect(optionsOf(found ?? '')).toEqual(optionsOf(scripts.start));
  expect(optionsOf(scripts.start)).not.toHaveLength(0);
});

it('passes no V8 options, which another version of Node might reject', () => {
  for (const option of optionsOf(scripts.start) ?? []) {
    // The set contains the documented options of Node.
    expect(process.allowedNodeEnvironmentFlags.has(option.split('=')[0] ?? '')).toBe(true);
  }
});

it('starts even if V8 does not support an option that main.ts sets', () => {
  const flags = readFileSync('dist/apps/wallet-api/src/process/v8-flags.js', 'utf8');
  const unknown = flags.replace('--no-allocation-site-pretenuring', '--no-such-option');
  expect(unknown).not.toBe(flags);
  const args = ['--input-type=module', '--eval', `${unknown}\nconsole.log('started');`];
  expect(spawnSync(process.execPath, args, { encoding: 'utf8' })).toMatchObject({
    status: 0,
    stdout: 'started\n',
  });
});
