import { parseArgs } from 'node:util';

const usage = `npm run bench -- [what] [options]

What is measured; without any of these, every implementation against every other (about five minutes):
  --hot-user           all callers top up one user, in turns with random users
  --two-instances      two wallets on one database, in turns with one
  --latency            one request on an idle service, and requests that arrive at half of the peak rate
  --reads              balances in turns with transfers, and statements of short and long accounts
  --growth             a ledger of millions of transactions in turns with an empty one; its size, and its audit
  --against <checkout> the processor time per top-up of this checkout and of another built one, in turns (a quarter
                       of an hour); --limit <ratio> or --limit total=<r>,service=<r>,database=<r>: exits with 1 beyond it

  --document           measures nothing: writes the latest results into docs/PERFORMANCE.md and docs/performance.svg,
                       apart from trials (--quick, --only, --transactions)

  --seconds <n>        how long each point is measured, after its warm-up   (4; quick: 2; against: 20)
  --rounds <n>         how many rounds of turns                             (3; quick: 1; against: 5)
  --connections <list> concurrent callers, one point each                   (1,64,256; with a mode: 64; against: 64,256)
  --only <list>        implementations to run, of wallet, ceiling, function, function-striped, row-lock, row-lock-prepared
  --users <n>          how many users the transfers are spread over         (10000)
  --transactions <n>   how many transactions growth loads                   (5000000)
                       and the longest account whose statement is read      (1000000)
  --quick              less than two minutes, with less certain figures
  --profile            a .cpuprofile of each service in bench/results/
  --help`;

const flag = { type: 'boolean', default: false } as const;
const text = { type: 'string' } as const;

const options = {
  ...{ 'hot-user': flag, 'two-instances': flag, latency: flag, reads: flag, growth: flag },
  ...{ document: flag, quick: flag, profile: flag, help: flag },
  ...{ seconds: text, rounds: text, connections: text, only: text, users: text, transactions: text },
  ...{ against: text, limit: text },
};

/** The modes that are chosen by a flag. */
const flaggedModes = ['hot-user', 'two-instances', 'latency', 'reads', 'growth'] as const;

export type ModeName = 'compare' | 'against' | (typeof flaggedModes)[number];

/** The greatest ratio of each part of the processor time: `total`, `service`, `database`. */
export type Limits = Record<string, number>;

export interface Options {
  modes: ModeName[];
  /** The folder of the other checkout. */
  against: string | undefined;
  limits: Limits;
  document: boolean;
  seconds: number;
  rounds: number;
  connections: number[];
  only: string[] | undefined;
  users: number;
  transactions: number | undefined;
  /** Its figures are not for the document. */
  isTrial: boolean;
  profile: boolean;
}

/** Reads the command line. Ends the process for `--help`, and with 1 for arguments that it does not understand. */
export function readOptions(args: string[]): Options {
  try {
    const { values } = parseArgs({ args, options });
    if (values.help) {
      console.log(usage);
      process.exit(0);
    }
    return optionsOf(values);
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`);
    process.exit(1);
  }
}

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

function optionsOf(values: Values): Options {
  const { quick, profile, document, against } = values;
  const chosen = flaggedModes.filter((mode) => values[mode]);
  if (against !== undefined && chosen.length > 0) throw new Error('--against is a measurement by itself');
  if (against === undefined && values.limit !== undefined) throw new Error('--limit belongs to --against');
  const usual = against === undefined ? { seconds: 4, rounds: 3 } : { seconds: 20, rounds: 5 };
  const number = <Usual>(name: 'seconds' | 'rounds' | 'users' | 'transactions', usual: Usual) =>
    values[name] === undefined ? usual : positiveInteger(name, values[name]);
  const connections = values.connections ?? usualConnections(chosen, against);
  return {
    modes: against === undefined ? (chosen.length === 0 ? ['compare'] : chosen) : ['against'],
    against,
    limits: parseLimits(values.limit),
    document,
    seconds: number('seconds', quick ? 2 : usual.seconds),
    rounds: number('rounds', quick ? 1 : usual.rounds),
    connections: connections.split(',').map((item) => positiveInteger('connections', item)),
    only: values.only?.split(','),
    users: number('users', 10_000),
    transactions: number('transactions', undefined),
    isTrial: quick || values.only !== undefined || values.transactions !== undefined,
    profile,
  };
}

function usualConnections(chosen: readonly ModeName[], against: string | undefined): string {
  if (against !== undefined) return '64,256';
  return chosen.length === 0 ? '1,64,256' : '64';
}

/** `1.02`, or `service=1.15,database=1.02`. */
function parseLimits(limits: string | undefined): Limits {
  if (limits === undefined) return {};
  return Object.fromEntries(
    limits.split(',').map((item) => {
      const [, part = 'total', limit] = /^(?:(total|service|database)=)?(\d+(?:\.\d+)?)$/.exec(item) ?? [];
      if (limit === undefined)
        throw new Error(
          `--limit takes a ratio, or <part>=<ratio> of total, service or database, not "${item}"`,
        );
      return [part, Number(limit)];
    }),
  );
}

function positiveInteger(name: string, value: string): number {
  if (!/^[1-9]\d*$/.test(value)) throw new Error(`--${name} takes whole numbers from 1, not "${value}"`);
  return Number(value);
}
