import { readFileSync } from 'node:fs';

const optionsOf = (command: string) => command.match(/--[\w-]+(=\w+)?(?=[\s",'])/g);

/** Each way to start the service gives Node the same options; the bench measures with them. */
it.each([
  ['Dockerfile', /^CMD .*$/m],
  ['docs/deployment.md', /`node --[^`]*main\.js`/],
  ['bench/contestants/wallet.mjs', /nodeOptions = \[[^\]]*\]/],
])('starts the service in %s with the options of npm start', (file, command) => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  const [found] = command.exec(readFileSync(file, 'utf8')) ?? [];
  expect(optionsOf(found ?? '')).toEqual(optionsOf(scripts.start));
  expect(optionsOf(scripts.start)).not.toHaveLength(0);
});
