import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startService } from '../support/test-service.js';

/** Lints the OpenAPI document with the recommended rules of Redocly, warnings included. */
interface Document {
  servers: object[];
  paths: Record<string, Record<string, { summary?: string; security?: object[] }>>;
}

let document: Document;
beforeAll(async () => {
  const service = await startService();
  document = (await service.client.get('/openapi.json')).json as Document;
  await service.close();
});

const folder = mkdtempSync(join(tmpdir(), 'wallet-redocly-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The rules that a document breaks, with the place of each. */
function broken(linted: Document): string[] {
  const file = join(folder, 'openapi.json');
  writeFileSync(file, JSON.stringify(linted));
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/@redocly/cli/bin/cli.js', 'lint', file, '--extends=recommended', '--format=json'],
    {
      encoding: 'utf8',
      env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
    },
  );
  if (!stdout.startsWith('{')) throw new Error(`redocly did not lint: ${stderr}`);
  const { problems } = JSON.parse(stdout) as {
    problems: { ruleId: string; location: { pointer: string }[] }[];
  };
  return problems.map(({ ruleId, location }) => `${ruleId} at ${location[0]?.pointer}`);
}

it('keeps every recommended rule', () => {
  expect(broken(document)).toEqual([]);
});

it('finds a document that breaks some', () => {
  const changed = structuredClone(document);
  changed.servers = [];
  delete changed.paths['/health/live']!['get']!.security;
  expect(broken(changed)).toEqual([
    'no-empty-servers at #/servers',
    'security-defined at #/paths/~1health~1live/get',
  ]);
});
