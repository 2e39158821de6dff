import { existsSync, readdirSync } from 'node:fs';

it('has a spec for the module of each lib', () => {
  const libs = readdirSync('libs').filter((lib) => existsSync(`libs/${lib}/src/${lib}.module.ts`));
  expect(libs.length).toBeGreaterThan(0);
  expect(libs.filter((lib) => !existsSync(`test/modules/${lib}.spec.ts`))).toEqual([]);
});
