import { existsSync, readFileSync } from 'node:fs';
import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import {
  endPrograms,
  freePort,
  type ProgramOptions,
  runProgram,
  startProgram,
  untilReady,
} from '../support/service-process.js';
import { createEmptyDatabase, type TestDatabase } from '../support/test-database.js';

/**
 * The files in deploy/: no provider can be reached from a test, but what their files say can be done here. The commands are
 * run, the environment starts the service, the health check answers, and the time to stop is enough.
 */
interface Hosting {
  /** What runs once before a release. */
  release: string;
  env: Record<string, string>;
  health: string;
  stopSeconds: number;
  /** How long the proxy keeps an idle connection to the service. */
  idleSeconds: number;
}

/** Cloudflare, behind which Render and Railway may be, documents the longest: 15 minutes. Theirs cannot be set in a file. */
const longestIdleSeconds = 900;

const text = (file: string) => readFileSync(`deploy/${file}`, 'utf8');
const yaml = (file: string) => parseYaml(text(file), { merge: true });

function render(): Hosting {
  const [service] = yaml('render.yaml').services;
  const variables = service.envVars as { key: string; value?: string; generateValue?: boolean }[];
  return {
    release: service.preDeployCommand,
    env: Object.fromEntries(
      variables.flatMap(({ key, value }) => (value === undefined ? [] : [[key, value]])),
    ),
    health: service.healthCheckPath,
    stopSeconds: service.maxShutdownDelaySeconds,
    idleSeconds: longestIdleSeconds,
  };
}

function railway(): Hosting {
  const { deploy } = JSON.parse(text('railway.json'));
  return {
    release: deploy.preDeployCommand[0],
    // Set in the project; deploy/railway.md names them.
    env: { TRUST_PROXY: '1' },
    health: deploy.healthcheckPath,
    stopSeconds: Number(deploy.drainingSeconds),
    idleSeconds: longestIdleSeconds,
  };
}

function fly(): Hosting {
  const file = parseToml(text('fly.toml')) as any;
  return {
    release: file.deploy.release_command,
    env: file.env,
    health: file.http_service.checks[0].path,
    stopSeconds: Number.parseInt(file.kill_timeout),
    idleSeconds: longestIdleSeconds,
  };
}

function compose(): Hosting {
  const { services } = yaml('compose/docker-compose.yml');
  return {
    release: services.migrate.command.join(' '),
    env: Object.fromEntries(
      Object.entries<string>(services['api-1'].environment).filter(([, value]) => !value.includes('${')),
    ),
    health: /health_uri (\S+)/.exec(text('compose/Caddyfile'))![1]!,
    stopSeconds: Number.parseInt(services['api-1'].stop_grace_period),
    idleSeconds: Number(/^\t+keepalive (\d+)s$/m.exec(text('compose/Caddyfile'))?.[1]),
  };
}

const hostings: [name: string, read: () => Hosting][] = [
  ['Render', render],
  ['Railway', railway],
  ['Fly.io', fly],
  ['compose', compose],
];

/** What every container of the image has, wherever it runs. */
function imageEnvironment(): Record<string, string> {
  const [, variables] = /^ENV (.+)$/m.exec(readFileSync('Dockerfile', 'utf8'))!;
  return Object.fromEntries(variables!.split(' ').map((pair) => pair.split('='))) as Record<string, string>;
}

let database: TestDatabase;
beforeEach(async () => {
  database = await createEmptyDatabase();
});
afterEach(async () => {
  await endPrograms();
  await database.drop();
});

describe.each(hostings)('on %s', (_name, read) => {
  const { release, env, health, stopSeconds, idleSeconds } = read();

  it('the release step migrates, and the service then starts with this environment, is healthy, and stops in time', async () => {
    const whole = {
      ...imageEnvironment(),
      ...env,
      DATABASE_URL: database.url,
      PORT: String(await freePort()),
    };
    const [node, file] = release.split(' ');
    expect(node).toBe('node');
    const program = /^dist\/apps\/wallet-api\/src\/(commands\/migrate)\.js$/.exec(file!)![1];
    const migrated = await runProgram({ program: program as ProgramOptions['program'], env: whole });
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
    // Nine seconds after the notice the process ends whatever is left.
    expect(stopSeconds).toBeGreaterThan(Number(env['DRAIN_SECONDS'] ?? 0) + 9);
  });

  it('is production, without a demonstration, behind a proxy, and with no secret in the file', () => {
    const whole: Record<string, string> = { ...imageEnvironment(), ...env };
    expect(whole).toMatchObject({ NODE_ENV: 'production', HOST: '0.0.0.0', MIGRATE_ON_START: 'false' });
    expect(whole['TRUST_PROXY']).toMatch(/^[12]$/);
    expect(whole).not.toHaveProperty('SEED_DEMO');
    expect(Object.keys(env).filter((name) => /URL|SECRET|PASSWORD|KEY/.test(name))).toEqual([]);
  });
});

it('keeps the database of Render to the API, and its address out of the file', () => {
  const { services, databases } = yaml('render.yaml');
  expect(databases).toHaveLength(1);
  expect(databases[0].ipAllowList).toEqual([]);
  expect(services[0].envVars).toContainEqual({
    key: 'DATABASE_URL',
    fromDatabase: { name: databases[0].name, property: 'connectionString' },
  });
  expect(services[0].envVars).toContainEqual({ key: 'JWT_SECRET', generateValue: true });
});

it('has nothing in a file of a provider that it does not document', () => {
  const documented = {
    render: {
      '': ['services', 'databases'],
      service:
        'type name runtime dockerfilePath dockerContext plan region numInstances preDeployCommand healthCheckPath maxShutdownDelaySeconds envVars',
      database: 'name databaseName user plan region postgresMajorVersion ipAllowList',
    },
    railwayDeploy:
      'preDeployCommand healthcheckPath healthcheckTimeout overlapSeconds drainingSeconds restartPolicyType restartPolicyMaxRetries',
    fly: 'app primary_region kill_signal kill_timeout deploy env http_service vm',
    flyService:
      'internal_port force_https auto_stop_machines auto_start_machines min_machines_running concurrency checks',
  };
  const { services, databases, ...rest } = yaml('render.yaml');
  expect(rest).toEqual({});
  expect(documented.render.service.split(' ')).toEqual(expect.arrayContaining(Object.keys(services[0])));
  expect(documented.render.database.split(' ')).toEqual(expect.arrayContaining(Object.keys(databases[0])));

  const { $schema, build, deploy, ...more } = JSON.parse(text('railway.json'));
  expect({ $schema, more }).toEqual({ $schema: 'https://railway.com/railway.schema.json', more: {} });
  expect(build).toEqual({ builder: 'DOCKERFILE', dockerfilePath: 'Dockerfile' });
  expect(documented.railwayDeploy.split(' ')).toEqual(expect.arrayContaining(Object.keys(deploy)));

  const toml = parseToml(text('fly.toml')) as any;
  expect(documented.fly.split(' ')).toEqual(expect.arrayContaining(Object.keys(toml)));
  expect(documented.flyService.split(' ')).toEqual(expect.arrayContaining(Object.keys(toml.http_service)));
  expect(toml.kill_signal).toBe('SIGTERM');
  expect(toml.http_service.internal_port).toBe(Number(toml.env.PORT));
});

describe('compose', () => {
  const { services, networks, volumes } = yaml('compose/docker-compose.yml');
  const caddyfile = text('compose/Caddyfile');

  it('asks for every variable that it needs, and .env.example names each', () => {
    const used = new Set(
      [...(text('compose/docker-compose.yml') + caddyfile).matchAll(/\$\{?(?:\{\$)?([A-Z_]+)/g)].map(
        ([, name]) => name,
      ),
    );
    const named = [...text('compose/.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(named.sort()).toEqual([...used].sort());
  });

  it('sends requests to the two instances, under the port that they listen on', () => {
    const [, upstreams] = /reverse_proxy (.+) \{/.exec(caddyfile)!;
    expect(upstreams!.split(' ')).toEqual(
      ['api-1', 'api-2'].map((name) => `${name}:${imageEnvironment()['PORT']}`),
    );
    expect(services['api-1']).toEqual(services['api-2']);
  });

  it('lets the internet reach Caddy only, and the database nobody but the API', () => {
    const published = Object.keys(services).filter((name) => services[name].ports);
    expect(published).toEqual(['caddy']);
    expect(services.caddy.networks).toEqual(['front']);
    expect(services.database.networks).toEqual(['back']);
    expect(networks.back).toEqual({ internal: true });
  });

  it('mounts what there is and keeps what must be kept', () => {
    expect(existsSync('deploy/compose/Caddyfile')).toBe(true);
    expect(services.caddy.volumes).toEqual(['./Caddyfile:/etc/caddy/Caddyfile:ro', 'certificates:/data']);
    expect(services.database.volumes).toEqual(['database:/var/lib/postgresql']);
    expect(Object.keys(volumes)).toEqual(['database', 'certificates']);
  });
});
