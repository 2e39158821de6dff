import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram } from './find-program.js';
import { freePort } from './service-process.js';

const found = findProgram('NGINX_PATH', 'nginx');
if (!found) {
  process.stderr.write(
    'No nginx was found: the tests behind a proxy are skipped. `apt-get install nginx-light`, or set NGINX_PATH.\n',
  );
}

/** `describe` if there is an nginx, else `describe.skip`. */
export const describeBehindNginx = found ? describe : describe.skip;

/** A proxy in front of a service. */
export interface Nginx {
  /** Reads a request to its end before it forwards it, as nginx does by default. */
  bufferingUrl: string;
  /** Forwards a request as it arrives. */
  streamingUrl: string;
  stop(): Promise<void>;
}

export async function startNginx(serviceUrl: string): Promise<Nginx> {
  const [buffering, streaming] = [await freePort(), await freePort()];
  const server = (port: number, requestBuffering: 'on' | 'off') => `
    server {
      listen 127.0.0.1:${port};
      client_max_body_size 10m;
      proxy_request_buffering ${requestBuffering};
      location / { proxy_pass ${serviceUrl}; }
    }`;
  const urls = [buffering, streaming].map((port) => `http://127.0.0.1:${port}`);
  const stop = await runNginx(`${server(buffering, 'on')} ${server(streaming, 'off')}`, urls);
  return { bufferingUrl: urls[0]!, streamingUrl: urls[1]!, stop };
}

/** Runs nginx with these directives in its `http` block until the returned function is called. `urls`: where it listens. */
export async function runNginx(directives: string, urls: readonly string[]): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'wallet-nginx-'));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((kind) => `${kind}_temp_path ${folder}/${kind};`)
    .join(' ');
  await writeFile(
    join(folder, 'nginx.conf'),
    `daemon off; master_process off; pid ${folder}/pid; error_log ${folder}/error.log;
events {}
http { access_log off; ${temporary} ${directives} }
`,
  );
  const child = spawn(
    found!,
    ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')],
    {
      stdio: 'inherit',
    },
  );
  await untilListening(child, urls);
  return async () => {
    child.kill('SIGQUIT');
    await once(child, 'exit');
    await rm(folder, { recursive: true });
  };
}

/** Waits until a proxy passes requests on. */
export async function untilListening(child: ChildProcess, urls: readonly string[]): Promise<void> {
  for (const url of urls) {
    const listens = () =>
      fetch(`${url}/health/live`).then(
        ({ ok }) => ok,
        () => false,
      );
    while (!(await listens())) {
      if (child.exitCode !== null) throw new Error(`the proxy ended with ${child.exitCode}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}
