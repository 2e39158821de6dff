import { readFileSync } from 'node:fs';
import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';

/** How a file in deploy/ runs the service. */
export interface Hosting {
  /** The command that runs once before a release. */
  release: string;
  env: Record<string, string>;
  /** Besides the owner's login the service has one that owns nothing. */
  hasServiceLogin: boolean;
  health: string;
  stopSeconds: number;
  /** How long the proxy keeps an idle connection to the service. */
  idleSeconds: number;
}

/** Render and Railway may sit behind Cloudflare, which documents the longest: 15 minutes. No file can set theirs. */
const longestIdleSeconds = 900;

export const text = (file: string) => readFileSync(`deploy/${file}`, 'utf8');
export const yaml = (file: string) => parseYaml(text(file), { merge: true });

function render(): Hosting {
  const [service] = yaml('render.yaml').services;
  const variables = service.envVars as { key: string; value?: string; generateValue?: boolean }[];
  return {
    release: service.preDeployCommand,
    env: Object.fromEntries(
      variables.flatMap(({ key, value }) => (value === undefined ? [] : [[key, value]])),
    ),
    hasServiceLogin: false,
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
    env: Object.fromEntries(
      [...text('railway.md').matchAll(/--set '([A-Z_]+)=([^$']+)'/g)].map(([, name, value]) => [name, value]),
    ) as Record<string, string>,
    hasServiceLogin: false,
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
    hasServiceLogin: false,
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
    hasServiceLogin: true,
    health: /health_uri (\S+)/.exec(text('compose/Caddyfile'))![1]!,
    stopSeconds: Number.parseInt(services['api-1'].stop_grace_period),
    idleSeconds: Number(/^\t+keepalive (\d+)s$/m.exec(text('compose/Caddyfile'))?.[1]),
  };
}

export const hostings: [name: string, read: () => Hosting][] = [
  ['Render', render],
  ['Railway', railway],
  ['Fly.io', fly],
  ['compose', compose],
];

/** The environment of every container of the image. */
export function imageEnvironment(): Record<string, string> {
  const [, variables] = /^ENV (.+)$/m.exec(readFileSync('Dockerfile', 'utf8'))!;
  return Object.fromEntries(variables!.split(' ').map((pair) => pair.split('='))) as Record<string, string>;
}
