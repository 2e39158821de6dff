import { existsSync } from 'node:fs';
import { parse as parseToml } from 'smol-toml';
import { hostings, imageEnvironment, text, yaml } from '../support/hostings.js';

/** The files in deploy/, without a provider; `test/full/deploy-start.spec.ts` runs them. */
describe.each(hostings)('on %s', (_name, read) => {
  const { env, hasServiceLogin } = read();

  it('runs in production behind a proxy, without demo data, and has no secret in the file', () => {
    const whole: Record<string, string> = { ...imageEnvironment(), ...env };
    expect(whole).toMatchObject({ NODE_ENV: 'production', HOST: '0.0.0.0', MIGRATE_ON_START: 'false' });
    expect(whole['TRUST_PROXY']).toMatch(/^[12]$/);
    expect(whole).not.toHaveProperty('SEED_DEMO');
    expect(whole['ALLOW_OWNER_LOGIN']).toBe(hasServiceLogin ? undefined : 'true');
    expect(Object.keys(env).filter((name) => /URL|SECRET|PASSWORD|KEY/.test(name))).toEqual([]);
  });
});

it('restricts the database of Render to the API, and keeps its address out of the file', () => {
  const { services, databases } = yaml('render.yaml');
  expect(databases).toHaveLength(1);
  expect(databases[0].ipAllowList).toEqual([]);
  expect(services[0].envVars).toContainEqual({
    key: 'DATABASE_URL',
    fromDatabase: { name: databases[0].name, property: 'connectionString' },
  });
  expect(services[0].envVars).toContainEqual({ key: 'JWT_SECRET', generateValue: true });
});

it('uses only documented settings in the file of each provider', () => {
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

  it('requires every variable that it needs, and .env.example lists each', () => {
    const used = new Set(
      [...(text('compose/docker-compose.yml') + caddyfile).matchAll(/\$\{?(?:\{\$)?([A-Z_]+)/g)].map(
        ([, name]) => name,
      ),
    );
    const named = [...text('compose/.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(named.sort()).toEqual([...used].sort());
  });

  it('passes the password of the owner only to the migration', () => {
    const knows = (name: string) => JSON.stringify(services[name]).includes('POSTGRES_PASSWORD');
    expect(Object.keys(services).filter(knows)).toEqual(['migrate', 'database']);
    expect(services.migrate.environment.DATABASE_URL).toBe(services['api-1'].environment.DATABASE_URL);
    expect(services['api-1'].environment.DATABASE_URL).toContain(`//${services.migrate.command.at(-1)}:`);
  });

  it('routes requests to the two instances on their port', () => {
    const [, upstreams] = /reverse_proxy (.+) \{/.exec(caddyfile)!;
    expect(upstreams!.split(' ')).toEqual(
      ['api-1', 'api-2'].map((name) => `${name}:${imageEnvironment()['PORT']}`),
    );
    expect(services['api-1']).toEqual(services['api-2']);
  });

  it('exposes only Caddy to the internet, and the database only to the API', () => {
    const published = Object.keys(services).filter((name) => services[name].ports);
    expect(published).toEqual(['caddy']);
    expect(services.caddy.networks).toEqual(['front']);
    expect(services.database.networks).toEqual(['back']);
    expect(networks.back).toEqual({ internal: true });
  });

  it('mounts existing files and persistent volumes', () => {
    expect(existsSync('deploy/compose/Caddyfile')).toBe(true);
    expect(services.caddy.volumes).toEqual(['./Caddyfile:/etc/caddy/Caddyfile:ro', 'certificates:/data']);
    expect(services.database.volumes).toEqual(['database:/var/lib/postgresql']);
    expect(Object.keys(volumes)).toEqual(['database', 'certificates']);
  });
});
