import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

/** Which file imports which, by their paths below the source folder. */
type Imports = readonly (readonly [from: string, to: string])[];

/** The first level states the purpose; the second has one folder per idea. */
const levels = [1, 2];

const source = 'apps/wallet-api/src';

/** The imports between the files of the app, type-only ones included. Specs may import whatever they test. */
function readImports(): Imports {
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .flatMap((file) =>
      ts
        .preProcessFile(readFileSync(join(source, file), 'utf8'))
        .importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
        .map(({ fileName }) => [file, join(dirname(file), fileName).replace(/\.js$/, '.ts')] as const),
    )
    .filter(([, to]) => !to.startsWith('..'));
}

/** The imports between folders. A file above this level counts as a folder. */
function arrowsOf(imports: Imports, level: number): string[] {
  const folderOf = (file: string) => file.split('/').slice(0, level).join('/');
  const arrows = imports.map(([from, to]) => [folderOf(from), folderOf(to)]);
  return [...new Set(arrows.filter(([from, to]) => from !== to).map((arrow) => arrow.join(' → ')))].sort();
}

/** Each pair of folders that import each other. */
function mutualImports(imports: Imports, level: number): string[] {
  const arrows = arrowsOf(imports, level);
  return arrows.filter((arrow) => {
    const [from = '', to = ''] = arrow.split(' → ');
    return from < to && arrows.includes(`${to} → ${from}`);
  });
}

describe('of a small app, finds', () => {
  const oneWay: Imports = [
    ['main.ts', 'process/start.ts'],
    ['process/start.ts', 'request/hooks.ts'],
    ['request/hooks.ts', 'request/access/admit.ts'],
    ['request/access/admit.ts', 'request/http/path.ts'],
    ['request/access/admit.ts', 'request/access/caller.ts'],
    ['request/access/caller.ts', 'request/access/admit.ts'],
  ];

  it.each(levels)('no pair where imports go one way, at level %i', (level) => {
    expect(mutualImports(oneWay, level)).toEqual([]);
  });

  it('a planted pair at the first level', () => {
    const planted: Imports = [...oneWay, ['request/http/path.ts', 'process/health/health.ts']];
    expect(mutualImports(planted, 1)).toEqual(['process → request']);
  });

  it('a planted pair at the second level', () => {
    const planted: Imports = [...oneWay, ['request/http/server.ts', 'request/access/caller.ts']];
    expect(mutualImports(planted, 1)).toEqual([]);
    expect(mutualImports(planted, 2)).toEqual(['request/access → request/http']);
  });

  it('a planted pair of a folder and a file above it', () => {
    const planted: Imports = [...oneWay, ['request/access/admit.ts', 'request/hooks.ts']];
    expect(mutualImports(planted, 2)).toEqual(['request/access → request/hooks.ts']);
  });
});

describe('of the app', () => {
  const imports = readImports();

  it.each(levels)('no two folders import each other at level %i', (level) => {
    expect(mutualImports(imports, level)).toEqual([]);
  });

  it('the process imports everything, capabilities import requests, and metrics import no folder', () => {
    expect(arrowsOf(imports, 1)).toEqual([
      'capabilities → request',
      'main.ts → process',
      'process → capabilities',
      'process → metrics',
      'process → request',
    ]);
  });
});
