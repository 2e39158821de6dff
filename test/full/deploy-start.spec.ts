import {
  endPrograms,
  freePort,
  type ProgramOptions,
  runProgram,
  startProgram,
  untilReady,
} from '../support/service-process.js';
import { hostings, imageEnvironment } from '../support/hostings.js';
import { whereServerHas } from '../support/server/where-server-has.js';
import { createEmptyDatabase, type TestDatabase } from '../support/test-database.js';
import { inSession } from '../support/test-logins.js';

/**
 * Runs the files in deploy/ without the provider: the commands work, the environment starts the service, the health check answers,
 * and the time to stop suffices.
 */
let database: TestDatabase;
const roles: string[] = [];
beforeEach(async () => {
  database = await createEmptyDatabase();
});
afterEach(async () => {
  await endPrograms();
  await database.drop();
  const statements = roles.splice(0).map((name) => `DROP ROLE ${name}`);
  await inSession(database.url.replace(/[^/]+$/, 'postgres'), statements);
});

describe.each(hostings)('on %s', (_name, read) => {
  const { release, env, hasServiceLogin, health, stopSeconds, idleSeconds } = read();

  const define = () => {
    it('the release step migrates, and the service starts with this environment, is healthy and stops in time', async () => {
      const whole = {
        ...imageEnvironment(),
        ...env,
        DATABASE_URL: database.url,
        PORT: String(await freePort()),
      };
      const [node, file, ...args] = release.split(' ');
      if (hasServiceLogin) {
        const [, name = ''] = args;
        expect(args).toEqual(['--service-login', name]);
        roles.push(name);
        const url = new URL(database.url);
        Object.assign(url, { username: name, password: 'a-password' });
        Object.assign(whole, { DATABASE_URL: url.href });
      }
      const secrets = hasServiceLogin && {
        MIGRATION_DATABASE_URL: database.url,
        SERVICE_DATABASE_PASSWORD: 'a-password',
      };
      expect(node).toBe('node');
      const program = /^dist\/apps\/wallet-api\/src\/process\/(commands\/migrate)\.js$/.exec(file!)![1];
      const migrated = await runProgram({
        program: program as ProgramOptions['program'],
        args,
        env: { ...whole, ...secrets },
      });
      expect(migrated).toMatchObject({ code: 0, output: expect.stringMatching(/^Applied Create/) as string });

      const service = await startProgram({ env: whole });
      await untilReady(service);
      const answer = await fetch(service.url + health);
      expect(answer.status).toBe(200);
      // The proxy must be the first to close an idle connection.
      const { seconds } =
        /^timeout=(?<seconds>\d+)$/.exec(answer.headers.get('keep-alive') ?? '')?.groups ?? {};
      expect(Number(seconds)).toBeGreaterThan(idleSeconds);
      service.child.kill('SIGTERM');
      expect(await service.exit).toBe(0);
      // After this time the process ends in any case.
      expect(stopSeconds).toBeGreaterThan(Math.max(9.5, Number(env['DRAIN_SECONDS'] ?? 2) + 7.5));
    });
  };
  if (hasServiceLogin) whereServerHas('own-roles', define);
  else define();
});
