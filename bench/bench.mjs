import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startEmbeddedCluster } from '../dist/libs/database/src/index.js';
import { root } from '../scripts/prepare.mjs';
import { baseline, contestants as allContestants } from './contestants/index.mjs';
import { readOptions } from './options.mjs';
import { cleanUp, cleanUpOnSignals, undoLater } from './support/clean-up.mjs';
import { administer, countDeadlocks, createDatabase, mintKey } from './support/databases.mjs';
import { describeMachine } from './support/machine.mjs';
import { printMachine, printRows, printServices, summarise } from './support/report.mjs';
import { startService } from './support/service.mjs';

const resultsFolder = join(root, 'bench', 'results');

/**
 * Measures every contestant at every number of connections, in rounds in which each has its turn, so that whatever else
 * the machine does hits all of them. Prints medians, and exits with 1 if something failed; how fast is fast enough is for
 * the reader to say.
 */
export async function bench(args) {
  const options = readOptions(args);
  cleanUpOnSignals();
  try {
    await run(options, chooseContestants(options.only));
  } catch (error) {
    console.error(`bench: ${error.message}`);
    process.exitCode = 1;
  } finally {
    await cleanUp();
  }
}

function chooseContestants(only) {
  const unknown =
    only?.filter((name) => !allContestants.some((contestant) => contestant.name === name)) ?? [];
  if (unknown.length > 0) throw new Error(`there is no contestant ${unknown.join(', ')}`);
  return allContestants.filter(({ name }) => only?.includes(name) ?? true);
}

async function run(options, contestants) {
  const { connections, rounds } = options;
  await mkdir(resultsFolder, { recursive: true });
  const folder = await makeFolder();
  const clusterUrl = await startCluster(folder);
  const machine = await administer(clusterUrl, (client) => describeMachine({ client, folder }));
  printMachine(machine);

  const entrants = [];
  for (const contestant of contestants) {
    const databaseUrl = await createContestantDatabase(clusterUrl, contestant, options);
    entrants.push({ contestant, databaseUrl, key: await mintKey(databaseUrl) });
  }

  const points = [];
  const memory = new Map();
  for (let round = 1; round <= rounds; round++) {
    for (const entrant of entrants) {
      const turn = await takeTurn({ ...entrant, folder, clusterUrl, options });
      points.push(...turn.points.map((point) => ({ ...point, round })));
      memory.set(entrant.contestant, highest(memory.get(entrant.contestant), turn.memoryMb));
    }
  }

  const services = [];
  for (const { contestant, databaseUrl } of entrants) {
    services.push({
      contestant: contestant.name,
      memoryMb: memory.get(contestant),
      deadlocks: await countDeadlocks(databaseUrl),
      audit: await audit(databaseUrl),
    });
  }
  const rows = summarise({ points, contestants, connections, baseline });
  console.log('');
  printRows(rows, baseline);
  printServices(services);
  const file = join(resultsFolder, 'latest.json');
  await writeFile(
    file,
    `${JSON.stringify({ at: new Date(), options, machine, rows, services, points }, null, 2)}\n`,
  );
  console.log(`Every figure is in ${file}`);
  if (services.some(({ audit }) => audit !== 'ok')) throw new Error('a ledger is not sound');
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

async function startCluster(folder) {
  const starting = startEmbeddedCluster({ dataDir: join(folder, 'cluster') });
  undoLater(async () => (await starting).stop());
  return (await starting).url;
}

function createContestantDatabase(clusterUrl, { name, shardCount }, { users }) {
  return createDatabase({ clusterUrl, name: `bench_${name.replaceAll('-', '_')}`, shardCount, users });
}

/** All points of one contestant, on a process started for them. */
async function takeTurn({ contestant, databaseUrl, key, folder, clusterUrl, options }) {
  // What the contestant before left to be written must not be written in this one's time.
  await administer(clusterUrl, (client) => client.query('CHECKPOINT'));
  const service = await startService({
    args: [...(options.profile ? profileArgs(contestant) : []), ...contestant.args],
    env: { ...contestant.env, DATABASE_URL: databaseUrl },
    logFile: join(folder, `${contestant.name}.log`),
    cwd: root,
  });
  undoLater(() => service.stop());

  const points = [];
  for (const connections of options.connections) {
    const point = await measure({ url: service.url, key, ...options, connections });
    service.requireAlive();
    if (point.transfers === 0) throw new Error(`${contestant.name} at ${connections}: no transfer succeeded`);
    points.push({ contestant: contestant.name, connections, ...point });
    console.log(
      `${contestant.name} at ${connections}: ${Math.round(point.perSecond)} transfers/s, ` +
        `p50 ${point.p50Ms.toFixed(2)} ms, p99 ${point.p99Ms.toFixed(2)} ms`,
    );
  }
  const memoryMb = service.memoryMb();
  await service.stop();
  return { points, memoryMb };
}

function profileArgs({ name }) {
  return ['--cpu-prof', `--cpu-prof-dir=${resultsFolder}`, `--cpu-prof-name=${name}.cpuprofile`];
}

/** Loads the service from a process of its own, and gives what that one counted. */
async function measure({ url, key, connections, users, warmUpSeconds, seconds }) {
  const generator = fork(new URL('./support/load.mjs', import.meta.url));
  const gone = once(generator, 'exit').then(([code]) => {
    throw new Error(`the load generator ended with ${code}`);
  });
  const answer = once(generator, 'message');
  generator.send({ url, key, connections, users, warmUpSeconds, seconds });
  const [point] = await Promise.race([answer, gone]);
  await gone.catch(() => undefined);
  return point;
}

function highest(before, now) {
  if (!before || !now) return now;
  return { now: now.now, peak: Math.max(before.peak, now.peak) };
}

/** `ok`, or what the audit found. */
async function audit(databaseUrl) {
  const program = join(root, 'dist', 'apps', 'wallet-api', 'src', 'commands', 'verify.js');
  try {
    await promisify(execFile)(process.execPath, [program], {
      env: { ...process.env, DATABASE_URL: databaseUrl },
    });
    return 'ok';
  } catch (error) {
    console.error(error.stdout, error.stderr);
    return 'FAILED';
  }
}
