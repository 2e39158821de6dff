import { createHmac } from 'node:crypto';
import { type EmbeddedCluster, prepareServiceLogin } from '@app/database';
import type { OpenDatabase } from './open-database.js';

const serviceLogin = 'wallet_service';

/** The embedded database has two logins: its superuser, who owns the tables, and one for the service, which owns nothing. */
export async function embeddedLogins({
  url: clusterUrl,
}: Pick<EmbeddedCluster, 'url'>): Promise<Pick<OpenDatabase, 'url' | 'ownerUrl'>> {
  // It listens on loopback, without TLS, whatever PGSSLMODE asks of other servers.
  const ownerUrl = `${clusterUrl}?sslmode=disable`;
  const url = new URL(ownerUrl);
  // Derived, not kept: a second file could be lost, and any process on the folder must come to the same one.
  const password = createHmac('sha256', url.password).update(serviceLogin).digest('hex');
  await prepareServiceLogin(ownerUrl, { name: serviceLogin, password });
  Object.assign(url, { username: serviceLogin, password });
  return { url: url.href, ownerUrl };
}
