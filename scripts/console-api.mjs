// `npm run console:api`: writes the types of the API, as this build documents it, into the console.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clientSource } from './console-client.mjs';
import { ensureBuilt, root } from './prepare.mjs';

ensureBuilt();
const { migrate, startEmbeddedCluster } = await import('../dist/libs/database/src/index.js');
const { createApplication } = await import('../dist/apps/wallet-api/src/application.js');

const dataDir = await mkdtemp(join(tmpdir(), 'wallet-console-api-'));
const { url, stop } = await startEmbeddedCluster({ dataDir: join(dataDir, 'cluster'), skipSync: true }).then(
  (cluster) => ({ url: cluster.url, stop: () => cluster.stop() }),
);
try {
  await migrate({ url });
  const app = await createApplication({ databaseUrl: url, logLevel: 'silent', demoKeys: false });
  const { body } = await app.inject({ method: 'GET', url: '/openapi.json' });
  await writeFile(join(root, 'apps/console/src/api/schema.ts'), await clientSource(JSON.parse(body)));
  await app.close();
} finally {
  await stop();
  await rm(dataDir, { recursive: true, force: true });
}
