import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { getMetadataStorage } from 'class-validator';
import { Environment } from '../../apps/wallet-api/src/process/configuration/environment.js';
import { runScript } from '../support/run-script.js';
import { startService, type TestService } from '../support/test-service.js';

const pages = execFileSync('git', ['ls-files', '*.md'], { encoding: 'utf8' }).trim().split('\n');

it.each(pages)('%s links to files and headings that exist', (page) => {
  const links = [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:)([^)\s]+)/g)].map(
    ([, link]) => link!,
  );
  const broken = links.filter((link) => {
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? page : join(dirname(page), path);
    return !existsSync(target) || (anchor !== undefined && !anchorsIn(target).includes(anchor));
  });
  expect(broken).toEqual([]);
});

/** The anchors that GitHub gives the headings of a page. */
function anchorsIn(page: string): string[] {
  const headings = [...readFileSync(page, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading!);
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** The first cell of each table row that starts with code. */
function firstCells(page: string): string[] {
  const rows = page.split('\n').filter((line) => line.startsWith('| `'));
  return rows.map((line) => line.split('|')[1]!);
}

describe('the list of endpoints in README.md', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startService({ seed: false });
  });
  afterAll(() => service.close());

  const check = (from: string) => runScript('scripts/endpoints/generate.mjs', '--check', '--from', from);

  it('is the one that would be generated now', async () => {
    expect(await check(service.url)).toEqual({ code: 0, output: '' });
  });

  it('is reported as out of date if the service documents another operation', async () => {
    const document = (await (await fetch(`${service.url}/openapi.json`)).json()) as { paths: object };
    const paths = { ...document.paths, '/v1/weather': { get: { tags: ['Weather'] } } };
    const server = createServer((_request, response) => response.end(JSON.stringify({ paths })));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const { code, output } = await check(`http://127.0.0.1:${port}`);
    server.close();
    expect(output).toMatch(/^README\.md does not list the endpoints of the service: run `npm run endpoints`/);
    expect(code).toBe(1);
  });
});

it('documents exactly the environment variables in docs/configuration.md', () => {
  const page = readFileSync('docs/configuration.md', 'utf8');
  const documented = firstCells(page).flatMap((names) => names.match(/[A-Z_]+/g) ?? []);
  const rules = getMetadataStorage().getTargetValidationMetadatas(Environment, '', true, false);
  expect(documented.sort()).toEqual([...new Set(rules.map(({ propertyName }) => propertyName))].sort());
});
