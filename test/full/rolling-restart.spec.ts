import { describeBehind, type ProxyName, runDocumentedProxy } from '../support/proxies.js';
import {
  endPrograms,
  freePort,
  runProgram,
  type ServiceProcess,
  startProgram,
  untilReady,
} from '../support/service-process.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { WalletClient } from '../support/wallet-client.js';

/** Two instances are replaced one after the other, behind the proxies of docs/deployment.md, and no caller notices. */
const callers = 16;

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(async () => {
  await endPrograms();
  await database.drop();
});

const production = () => ({
  NODE_ENV: 'production',
  DATABASE_URL: database.url,
  ALLOW_OWNER_LOGIN: 'true',
  MIGRATE_ON_START: 'false',
});

async function startInstance(port: number): Promise<ServiceProcess> {
  const instance = await startProgram({ env: { ...production(), PORT: String(port) } });
  await untilReady(instance);
  return instance;
}

async function createKey(): Promise<string> {
  const args = ['create', 'rolling', 'admin'];
  const { output } = await runProgram({ program: 'commands/client', args, env: production() });
  return /wk_[\w-]+/.exec(output)![0];
}

/** Resolves once the proxy sends requests to this instance. */
async function untilUsed(instance: ServiceProcess): Promise<void> {
  while (!instance.output().includes('"path":"/v1/wallets/')) await new Promise((r) => setTimeout(r, 20));
}

/** Callers that keep their connections and write until `stop`. Resolves with every answer that is not a success. */
function startCallers(client: WalletClient) {
  let stopped = false;
  const tally = { succeeded: 0, failed: [] as string[] };
  const call = async (caller: number) => {
    for (let number = 0; !stopped; number++) {
      const path = `/v1/wallets/user-${(caller + number) % 40}/GOLD/topup`;
      const outcome = await client.post(path, { amount: 1 }).then(
        ({ status, text }) => (status === 201 ? undefined : `${status} ${text}`),
        (error: unknown) => String(error),
      );
      if (outcome === undefined) tally.succeeded++;
      else tally.failed.push(outcome);
    }
  };
  const all = Array.from({ length: callers }, (_, caller) => call(caller));
  return {
    tally,
    stop: async () => {
      stopped = true;
      await Promise.all(all);
      return tally;
    },
  };
}

describe.each<ProxyName>(['nginx', 'haproxy', 'caddy'])('behind %s', (name) => {
  describeBehind(name)('two instances', () => {
    it('are restarted in turn, twice, without a failed request', async () => {
      const key = await createKey();
      const ports = [await freePort(), await freePort()] as const;
      const instances = [await startInstance(ports[0]), await startInstance(ports[1])];
      const port = await freePort();
      const stopProxy = await runDocumentedProxy(name, {
        instances: [instances[0]!.url, instances[1]!.url],
        port,
      });
      const client = new WalletClient(`http://127.0.0.1:${port}`, key);
      expect((await client.post('/v1/assets', { code: 'GOLD', name: 'Gold' })).status).toBe(201);
      const { tally, stop } = startCallers(client);
      for (const turn of [0, 1, 0, 1]) {
        await untilUsed(instances[turn]!);
        instances[turn]!.child.kill('SIGTERM');
        expect(await instances[turn]!.exit).toBe(0);
        instances[turn] = await startInstance(ports[turn]!);
        await untilUsed(instances[turn]);
        expect(tally.failed).toEqual([]);
      }
      const { succeeded, failed } = await stop();
      client.close();
      await stopProxy();
      process.stderr.write(`${name}: ${succeeded} top-ups, ${failed.length} failed\n`);
      expect(failed).toEqual([]);
      const audit = await runProgram({ program: 'commands/verify', env: production() });
      expect(audit.output).toMatch(new RegExp(`transactions-balanced +${succeeded} checked, 0 violations`));
      expect(audit.output).toContain('The ledger is consistent');
    });
  });
});
