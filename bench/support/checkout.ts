import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { administer, type Database } from './databases.js';
import type { RunnableService } from './environment.js';
import { topUpEachUser } from './top-up-each-user.js';

const run = promisify(execFile);

/**
 * A built checkout of this project, this one or another. Only its programs and its HTTP API are used, because every version has
 * them; its schema may differ.
 */
export class Checkout {
  readonly name: string;
  private readonly folder: string;

  /** Throws if there is no build in `folder`. */
  constructor({ name, folder }: { name: string; folder: string }) {
    this.name = name;
    this.folder = resolve(folder);
    if (!existsSync(this.program('main')))
      throw new Error(`${this.folder} has no build; run \`npm ci && npm run build\` there`);
  }

  /** What `startService` needs to run it as `npm start` would. */
  get service(): RunnableService {
    return {
      name: this.name,
      args: [...this.nodeOptions(), this.program('main')],
      env: { LOG_LEVEL: 'info', SEED_DEMO: 'false' },
      cwd: this.folder,
    };
  }

  /** Creates a database with its schema, and a client that may do everything. */
  async createDatabase(clusterUrl: string, databaseName: string): Promise<Database> {
    await administer(clusterUrl, (client) => client.query(`CREATE DATABASE ${databaseName}`));
    const databaseUrl = clusterUrl.replace(/\/postgres$/, `/${databaseName}`);
    await this.run(databaseUrl, 'commands/migrate');
    // `admin` allows everything in later versions; earlier ones want each scope named.
    const scopes = ['wallet:read', 'wallet:write', 'admin'];
    const { stdout } = await this.run(databaseUrl, 'commands/client', 'create', 'bench', ...scopes);
    const key = /\bwk_\S+/.exec(stdout)?.[0];
    if (key === undefined) throw new Error(`${this.name}: no API key in:\n${stdout}`);
    return { databaseUrl, key };
  }

  /** Creates the asset and opens an account for every user, through a running service of this checkout. */
  async prepareLedger({
    url,
    databaseUrl,
    key,
    users,
  }: Database & { url: string; users: number }): Promise<void> {
    const response = await fetch(`${url}/v1/assets`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ code: 'GOLD', name: 'Gold Coins', decimals: 0 }),
    });
    if (!response.ok) throw new Error(`${this.name}: POST /v1/assets: ${await response.text()}`);
    await topUpEachUser({ url, key, users });
    // Otherwise autovacuum would do it in the middle of a measurement.
    await administer(databaseUrl, (client) => client.query('VACUUM ANALYZE'));
  }

  /** `npm run verify` of this checkout: `ok`, or `FAILED` after printing what it found. */
  async audit(databaseUrl: string): Promise<'ok' | 'FAILED'> {
    try {
      await this.run(databaseUrl, 'commands/verify');
      return 'ok';
    } catch (error) {
      const { stdout, stderr } = error as { stdout: string; stderr: string };
      console.error(stdout, stderr);
      return 'FAILED';
    }
  }

  private run(databaseUrl: string, program: string, ...args: string[]) {
    return run(process.execPath, [this.program(program), ...args], {
      cwd: this.folder,
      env: { ...process.env, DATABASE_URL: databaseUrl },
    });
  }

  /** Earlier versions have their commands one folder up. */
  private program(name: string): string {
    const source = join(this.folder, 'dist', 'apps', 'wallet-api', 'src');
    const inProcess = join(source, 'process', `${name}.js`);
    return existsSync(inProcess) ? inProcess : join(source, `${name}.js`);
  }

  /** The options that `npm start` passes to Node. */
  private nodeOptions(): string[] {
    const { scripts } = JSON.parse(readFileSync(join(this.folder, 'package.json'), 'utf8')) as {
      scripts: { start: string };
    };
    const words = scripts.start.split(/\s+/);
    const program = words.findIndex((word) => word.endsWith('js'));
    return words.slice(0, program).filter((word) => word.startsWith('--'));
  }
}
