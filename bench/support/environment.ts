import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedCluster } from '@app/database';
import { wallet } from '../implementations/wallet.js';
import { undoLater } from './clean-up.js';
import { administer, createDatabase, type Database, mintKey } from './databases.js';
import { describeMachine, type Machine, type MachineState, readMachineState } from './machine-state.js';
import { resultsFolder, root } from './paths.js';
import { printMachine, printMachineState } from './report.js';
import { type Service, startService } from './service.js';

/** A program that `startService` can run. */
export interface RunnableService {
  name: string;
  args: string[];
  env: Record<string, string>;
  /** This checkout if missing. */
  cwd?: string;
}

/** Starts a durable PostgreSQL for the measurements of one command. It is removed when the command ends. */
export async function openEnvironment({ profile }: { profile: boolean }): Promise<Environment> {
  await mkdir(resultsFolder, { recursive: true });
  const folder = await makeFolder();
  const starting = startEmbeddedCluster({ dataDir: join(folder, 'cluster') });
  undoLater(async () => (await starting).stop());
  const { url } = await starting;
  const machine = await administer(url, (client) => describeMachine({ client, folder }));
  printMachine(machine);
  return new Environment({ folder, clusterUrl: url, machine, profile });
}

/** In /var/tmp, because /tmp is in memory on some systems, where a flush would cost nothing. */
async function makeFolder(): Promise<string> {
  const parent = existsSync('/var/tmp') ? '/var/tmp' : tmpdir();
  const folder = await mkdtemp(join(parent, 'wallet-bench-'));
  undoLater(() => rm(folder, { recursive: true, force: true }));
  // Under root, PostgreSQL runs as another user, which needs access to this folder.
  await chmod(folder, 0o755);
  return folder;
}

/** Where measurements run: one PostgreSQL with a database per implementation, and each service in its process. */
export class Environment {
  readonly clusterUrl: string;
  readonly machine: Machine;
  /** At the beginning of each round, for the record. */
  readonly machineStates: (MachineState & { round: number })[] = [];
  /** The parent of all processes of PostgreSQL (PostgreSQL documentation, 66.1 Database File Layout). */
  readonly postmaster: number;
  private readonly folder: string;
  private readonly profile: boolean;

  constructor(opened: { folder: string; clusterUrl: string; machine: Machine; profile: boolean }) {
    this.folder = opened.folder;
    this.clusterUrl = opened.clusterUrl;
    this.machine = opened.machine;
    this.profile = opened.profile;
    const pidFile = join(this.folder, 'cluster', 'postgres', 'postmaster.pid');
    this.postmaster = parseInt(readFileSync(pidFile, 'utf8'), 10);
  }

  /** A fresh database, and the API key of a client with the rights of a game. */
  async createDatabase(wanted: { name: string; users: number; shardCount?: number }): Promise<Database> {
    const databaseUrl = await createDatabase({
      ...wanted,
      clusterUrl: this.clusterUrl,
      name: `bench_${wanted.name.replaceAll('-', '_')}`,
    });
    return { databaseUrl, key: await mintKey(databaseUrl) };
  }

  /** Writes out what is dirty, which would otherwise be written at the cost of the next measurement. */
  async checkpoint(): Promise<void> {
    await administer(this.clusterUrl, (client) => client.query('CHECKPOINT'));
  }

  /** Records the state of the machine: figures of rounds with different states do not compare. */
  beginRound(round: number): void {
    const state = readMachineState(this.folder);
    this.machineStates.push({ round, ...state });
    printMachineState(round, state);
  }

  async startService({ name, args, env, cwd }: RunnableService, databaseUrl: string): Promise<Service> {
    const service = await startService({
      args: [...(this.profile ? profileArgs(name) : []), ...args],
      env: { ...env, DATABASE_URL: databaseUrl },
      logFile: join(this.folder, `${name}.log`),
      cwd: cwd ?? root,
    });
    undoLater(() => service.stop());
    return service;
  }

  startWallet(databaseUrl: string): Promise<Service> {
    return this.startService(wallet, databaseUrl);
  }
}

function profileArgs(name: string): string[] {
  return ['--cpu-prof', `--cpu-prof-dir=${resultsFolder}`, `--cpu-prof-name=${name}.cpuprofile`];
}
