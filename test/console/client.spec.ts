import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { startService } from '../support/test-service.js';

it('has a client generated from the current API; if not, run `npm run console:api`', async () => {
  const service = await startService();
  const { text } = await service.client.get('/openapi.json');
  await service.close();
  const { status, stdout } = spawnSync(process.execPath, ['scripts/console-client.mjs'], {
    input: text,
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  expect(stdout).toContain('"/v1/wallets/{userId}/{asset}/spend"');
  expect(readFileSync('apps/console/src/api/schema.ts', 'utf8') === stdout).toBe(true);
});
