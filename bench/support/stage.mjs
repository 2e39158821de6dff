import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedCluster } from '../../dist/libs/database/src/index.js';
import { root } from '../../scripts/prepare.mjs';
import { wallet } from '../contestants/wallet.mjs';
import { undoLater } from './clean-up.mjs';
import { administer, createDatabase, mintKey } from './databases.mjs';
import { describeMachine, takePulse } from './machine.mjs';
import { printMachine, printPulse } from './report.mjs';
import { resultsFolder } from './results.mjs';
import { startService } from './service.mjs';

/** Starts a durable PostgreSQL of its own for the measurements of one command. It is gone when the command ends. */
export async function openStage({ profile }) {
  await mkdir(resultsFolder, { recursive: true });
  const folder = await makeFolder();
  const starting = startEmbeddedCluster({ dataDir: join(folder, 'cluster') });
  undoLater(async () => (await starting).stop());
  const { url } = await starting;
  const machine = await administer(url, (client) => describeMachine({ client, folder }));
  printMachine(machine);
  return new Stage({ folder, clusterUrl: url, machine, profile });
}

/** /var/tmp, because /tmp is in memory on some systems, and a flush would then cost nothing. */
async function makeFolder() {
  const parent = existsSync('/var/tmp') ? '/var/tmp' : tmpdir();
  const folder = await mkdtemp(join(parent, 'wallet-bench-'));
  undoLater(() => rm(folder, { recursive: true, force: true }));
  // As root PostgreSQL runs as another user, who has to get in here.
  await chmod(folder, 0o755);
  return folder;
}

/** Where measurements take place: one PostgreSQL, a database for each contestant, services as processes of their own. */
class Stage {
  constructor({ folder, clusterUrl, machine, profile }) {
    Object.assign(this, { folder, clusterUrl, machine, profile });
    /** The state of the machine at each round, for the record. */
    this.pulses = [];
    this.postmaster = postmasterOf(folder);
  }

  /** A fresh database, and the API key of a client that may do there what a game does. */
  async createDatabase({ name, users, shardCount }) {
    const databaseUrl = await createDatabase({
      clusterUrl: this.clusterUrl,
      name: `bench_${name.replaceAll('-', '_')}`,
      shardCount,
      users,
    });
    return { databaseUrl, key: await mintKey(databaseUrl) };
  }

  /** What was left to be written before must not be written in the time of whoever is next. */
  async settle() {
    await administer(this.clusterUrl, (client) => client.query('CHECKPOINT'));
  }

  /** Says how the machine is at this moment: figures of two rounds with different pulses do not compare. */
  beginRound(round) {
    const pulse = takePulse(this.folder);
    this.pulses.push({ round, ...pulse });
    printPulse(round, pulse);
  }

  async startService({ name, args, env, cwd = root }, databaseUrl) {
    const service = await startService({
      args: [...(this.profile ? profileArgs(name) : []), ...args],
      env: { ...env, DATABASE_URL: databaseUrl },
      logFile: join(this.folder, `${name}.log`),
      cwd,
    });
    undoLater(() => service.stop());
    return service;
  }

  startWallet(databaseUrl) {
    return this.startService(wallet, databaseUrl);
  }
}

/** The process that is the parent of all others of PostgreSQL (PostgreSQL documentation, 66.1 Database File Layout). */
function postmasterOf(folder) {
  return parseInt(readFileSync(join(folder, 'cluster', 'postgres', 'postmaster.pid'), 'utf8'), 10);
}

function profileArgs(name) {
  return ['--cpu-prof', `--cpu-prof-dir=${resultsFolder}`, `--cpu-prof-name=${name}.cpuprofile`];
}
