import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { getMetadataStorage } from 'class-validator';
import { Environment } from '../../apps/wallet-api/src/process/configuration/environment.js';
import { startService } from '../support/test-service.js';

const pages = execFileSync('git', ['ls-files', '*.md'], { encoding: 'utf8' }).trim().split('\n');

it.each(pages)('%s links to files that exist', (page) => {
  const links = [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(
    ([, path]) => path!,
  );
  const broken = links.filter((path) => !existsSync(join(dirname(page), path)));
  expect(broken).toEqual([]);
});

/** The operations that the table of endpoints names, with `…` standing for the path before it in the same cell. */
function documentedOperations(readme: string): Set<string> {
  const table = readme.split('## Endpoints')[1]!.split('\n## ')[0]!;
  return new Set(firstCells(table).flatMap(operationsOf));
}

/** The first cell of each row of a table that names something in code. */
function firstCells(page: string): string[] {
  const rows = page.split('\n').filter((line) => line.startsWith('| `'));
  return rows.map((line) => line.split('|')[1]!);
}

function operationsOf(cell: string): string[] {
  let methods: string[] = [];
  let base = '';
  return [...cell.matchAll(/`([^`]+)`/g)].flatMap(([, text = '']) => {
    const words = text.split(' ');
    const path = words.pop()!;
    if (words.length > 0) methods = words.map((method) => method.replace(',', ''));
    if (!path.startsWith('…')) base = path;
    // `…/spend` replaces the last segment of a write, and extends a read.
    const full = path.startsWith('…')
      ? `${methods.includes('GET') ? base : base.slice(0, base.lastIndexOf('/'))}${path.slice(1)}`
      : path;
    return methods.map((method) => `${method} ${full}`);
  });
}

it('names every operation of the OpenAPI document in the table of endpoints, and no other', async () => {
  const service = await startService({ seed: false });
  try {
    const { paths } = (await (await fetch(`${service.url}/openapi.json`)).json()) as {
      paths: Record<string, Record<string, unknown>>;
    };
    const operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const documented = documentedOperations(readFileSync('README.md', 'utf8'));
    const pagesForPeople = ['GET /docs', 'GET /reference', 'GET /openapi.json'];
    expect([...documented].sort()).toEqual([...operations, ...pagesForPeople].sort());
  } finally {
    await service.close();
  }
});

it('documents every environment variable, and no other, in docs/configuration.md', () => {
  const page = readFileSync('docs/configuration.md', 'utf8');
  const documented = firstCells(page).flatMap((names) => names.match(/[A-Z_]+/g) ?? []);
  const rules = getMetadataStorage().getTargetValidationMetadatas(Environment, '', true, false);
  expect(documented.sort()).toEqual([...new Set(rules.map(({ propertyName }) => propertyName))].sort());
});
