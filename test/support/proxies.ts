import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documentedProxy, type ProxyAddresses } from './documented-proxy.js';
import { findProgram } from './find-program.js';
import { runNginx, untilListening } from './nginx.js';

/** The proxies whose configuration docs/deployment.md shows. */
export type ProxyName = 'nginx' | 'haproxy' | 'caddy';

const programs: Record<ProxyName, string | undefined> = {
  nginx: findProgram('NGINX_PATH', 'nginx'),
  haproxy: findProgram('HAPROXY_PATH', 'haproxy'),
  caddy: findProgram('CADDY_PATH', 'caddy'),
};

/** `describe` if the program is installed; otherwise the tests are listed as skipped. */
export function describeBehind(name: ProxyName): jest.Describe {
  if (programs[name]) return describe;
  process.stderr.write(
    `No ${name} was found: the tests behind it are skipped. \`apt-get install ${name}\`\n`,
  );
  return describe.skip;
}

/** Runs the documented configuration until the returned function is called. */
export async function runDocumentedProxy(
  name: ProxyName,
  addresses: ProxyAddresses,
): Promise<() => Promise<void>> {
  const url = `http://127.0.0.1:${addresses.port}`;
  const example = documentedProxy(name === 'caddy' ? 'caddyfile' : name, addresses);
  if (name === 'nginx') return runNginx(example, [url]);
  const folder = await mkdtemp(join(tmpdir(), `wallet-${name}-`));
  const file = join(folder, 'configuration');
  // The administration port of Caddy is fixed.
  await writeFile(file, name === 'caddy' ? `{\n\tadmin off\n}\n${example}` : example);
  const args = name === 'caddy' ? ['run', '--config', file, '--adapter', 'caddyfile'] : ['-db', '-f', file];
  const child = spawn(programs[name]!, args, { stdio: 'ignore', env: { HOME: folder } });
  await untilListening(child, [url]);
  return async () => {
    child.kill('SIGKILL');
    await once(child, 'exit');
    await rm(folder, { recursive: true });
  };
}
