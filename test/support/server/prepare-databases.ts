import { migrate } from '@app/database';
import { databasesOn, templateOf } from './databases.js';
import { type TestServer, urlOf } from './test-server.js';

/** Creates what `databasesOn` relies on. */
export async function prepareDatabases(server: TestServer): Promise<void> {
  const template = templateOf(server);
  await databasesOn(server).createEmpty(template);
  await migrate({ url: urlOf(server, template), placementGroups: 2 });
}
