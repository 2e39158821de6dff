import { parseArgs } from 'node:util';
import type { Demand, Hardware } from './model/fleet.js';
import type { Limits } from './model/plan.js';
import type { Population } from './model/storage.js';
import { parseCount, parseMilliseconds, parseRate } from './quantities.js';
import { type RequestKind, requestKinds, requestNames } from './request-kinds.js';

const shares = requestNames.map(
  (name) =>
    `  ${`--${pluralOf(name)} <n>`.padEnd(26)}${requestKinds[name].title}`.padEnd(62) +
    `(${requestKinds[name].usualShare})`,
);

export const usage = `npm run capacity -- --users <n> --peak <n>/s [options]

Sizes a deployment for a number of users: nodes, instances, connections, the next bottleneck, and disk per month. It is computed from
processor times that were measured once; docs/capacity.md says how, and how far to trust it.

  --users <n>               all users: 50M, 200k
  --peak <n>/s              requests of all kinds in the busiest second: 40000/s

How many of them are of each kind, in any unit; a kind that is not named keeps its usual number:
${shares.join('\n')}

  --latency <time>          how long a request may take at the peak: the longer, the larger the batches     (20ms)
  --utilisation <n>%        how busy a node, a lane or an instance may be at the peak                       (60%)
  --routing lane|any        lane: the requests of a lane all go to one instance; any: to every instance     (lane)
  --cores-per-node <n>      cores of each PostgreSQL                                                        (8)
  --cores-per-instance <n>  at most 1: an instance runs on one core                                         (1)
  --lanes-per-node <n>      one on each placement group     (2 on one node; in a cluster, the best number)
  --max-connections <n>     of each PostgreSQL                                                              (100)
  --cluster-factor <n>      PostgreSQL's processor time in a cluster ÷ on one node; an upper bound          (1.2)
  --replicas <n>            standbys of each node                                                           (1)
  --peak-to-average <n>     the peak ÷ the average of a month                                               (4)
  --assets-per-user <n>     accounts of each user                                                           (2)

  --check                   compares what the model predicts with what was measured
  --measure                 measures this machine anew: ten minutes, on Linux
  --document                writes both tables into docs/capacity.md
  --help`;

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;

const options = {
  ...{ users: text, peak: text, latency: text, utilisation: text, routing: text },
  ...{ 'cores-per-node': text, 'cores-per-instance': text, 'lanes-per-node': text, 'max-connections': text },
  ...{ 'cluster-factor': text, replicas: text, 'peak-to-average': text, 'assets-per-user': text },
  ...(Object.fromEntries(requestNames.map((name) => [pluralOf(name), text])) as Record<string, typeof text>),
  ...{ check: flag, measure: flag, document: flag, help: flag },
};

/** What a fleet is planned for. */
export interface PlanOptions {
  demand: Demand;
  hardware: Hardware;
  limits: Limits;
  population: Population;
  lanesPerNode: number | undefined;
}

export type Options =
  { action: 'check' | 'measure' | 'document' | 'help' } | ({ action: 'plan' } & PlanOptions);

/** Reads the command line. Throws an error that says what is wrong with it. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({ args: [...args], options });
  const texts = Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
  const actions = (['help', 'check', 'measure', 'document'] as const).filter((name) => values[name]);
  const [action, ...others] = actions;
  if (action === undefined) return { action: 'plan', ...planOptions(texts) };
  if (action !== 'help' && (others.length > 0 || Object.keys(texts).length > 0))
    throw new Error(`--${action} takes no other option`);
  return { action };
}

function planOptions(values: Record<string, string | undefined>): PlanOptions {
  const { users, peak, latency = '20ms', utilisation = '60%', routing = 'lane' } = values;
  if (users === undefined || peak === undefined) throw new Error('--users and --peak are needed');
  if (routing !== 'lane' && routing !== 'any')
    throw new Error(`--routing takes lane or any, not "${routing}"`);
  const number = (name: string, usual: number, range?: Range) => numberOf(name, values[name], usual, range);
  const whole = { whole: true };
  return {
    demand: {
      perSecond: parseRate('--peak', peak),
      shares: sharesOf((kind) => number(pluralOf(kind), requestKinds[kind].usualShare, { from: 0 })),
      latencyMs: parseMilliseconds('--latency', latency),
      instancesPerLane: routing === 'lane' ? 'one' : 'any',
    },
    hardware: {
      coresPerNode: number('cores-per-node', 8, whole),
      coresPerInstance: number('cores-per-instance', 1, { to: 1 }),
      clusterFactor: number('cluster-factor', 1.2),
    },
    limits: {
      utilisation: utilisationOf(utilisation),
      maxConnections: number('max-connections', 100, whole),
    },
    population: {
      users: parseCount('--users', users),
      assetsPerUser: number('assets-per-user', 2),
      peakToAverage: number('peak-to-average', 4, { from: 1 }),
      replicas: number('replicas', 1, { from: 0, whole: true }),
    },
    lanesPerNode: values['lanes-per-node'] === undefined ? undefined : number('lanes-per-node', NaN, whole),
  };
}

interface Range {
  /** Without it the number must be above 0. */
  from?: number;
  to?: number;
  whole?: boolean;
}

function numberOf(
  name: string,
  value: string | undefined,
  usual: number,
  { from, to, whole }: Range = {},
): number {
  if (value === undefined) return usual;
  const number = /^\d+(\.\d+)?$/.test(value) ? Number(value) : NaN;
  const isAllowed = from === undefined ? number > 0 : number >= from;
  if (isAllowed && number <= (to ?? Infinity) && (!whole || Number.isInteger(number))) return number;
  const kind = whole ? 'a whole number' : 'a number';
  const lower = from === undefined ? 'above 0' : `from ${from}`;
  throw new Error(`--${name} takes ${kind} ${lower}${to === undefined ? '' : ` to ${to}`}, not "${value}"`);
}

function utilisationOf(value: string): number {
  const [, digits] = /^(\d+)%$/.exec(value) ?? [];
  const percent = Number(digits);
  if (percent >= 1 && percent <= 100) return percent / 100;
  throw new Error(`--utilisation takes a percentage from 1% to 100%, not "${value}"`);
}

function sharesOf(weightOf: (kind: RequestKind) => number): Record<RequestKind, number> {
  const weights = requestNames.map((kind) => [kind, weightOf(kind)] as const);
  const sum = weights.reduce((total, [, weight]) => total + weight, 0);
  if (sum === 0) throw new Error('at least one kind of request needs a number above 0');
  return Object.fromEntries(weights.map(([kind, weight]) => [kind, weight / sum])) as Record<
    RequestKind,
    number
  >;
}

function pluralOf(kind: RequestKind): string {
  return `${kind}s`;
}
