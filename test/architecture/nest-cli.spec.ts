import { readFileSync } from 'node:fs';
import { importsOfLibs } from '../../scripts/libs.cjs';

it('lists every lib in nest-cli.json, as `nest g library` does', () => {
  const { projects } = JSON.parse(readFileSync('nest-cli.json', 'utf8')) as {
    projects: Record<string, { type: string }>;
  };
  const listed = Object.entries(projects).filter(([, { type }]) => type === 'library');
  const expected = Object.keys(importsOfLibs()).map((lib) => [
    lib,
    { type: 'library', root: `libs/${lib}`, entryFile: 'index', sourceRoot: `libs/${lib}/src` },
  ]);
  expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(expected));
});
