import { parseArgs } from 'node:util';

const usage = `npm run bench -- [what] [options]

What is measured; without any of these, every contestant against every other (about five minutes):
  --hot-user           everybody tops up one user, beside everybody another
  --two-instances      two wallets on one database, beside one
  --latency            a single request on an idle service, and requests that come at half of the peak rate
  --reads              balances beside transfers, and statements of short and long accounts
  --growth             a ledger of millions of transactions beside an empty one; its size, and its audit
  --against <checkout> the processor time per top-up of this checkout and of another built one, in turns (a quarter
                       of an hour); --limit <ratio> or --limit total=<r>,service=<r>,database=<r>: exits with 1 beyond it

  --document           measures nothing: writes what was measured last into docs/PERFORMANCE.md and docs/performance.svg,
                       apart from trials (--quick, --only, --transactions)

  --seconds <n>        how long each point is measured, after its warm-up   (4; quick: 2; against: 20)
  --rounds <n>         how often everything has its turn                   (3; quick: 1; against: 5)
  --connections <list> callers at once, one point each                     (1,64,256; with a mode: 64; against: 64,256)
  --only <list>        contestants to run, of wallet, ceiling, function, function-striped, row-lock, row-lock-prepared
  --users <n>          how many users the transfers are spread over        (10000)
  --transactions <n>   how long the ledger is that growth loads            (5000000)
                       and the longest account whose statement is read     (1000000)
  --quick              less than two minutes, with figures that are less certain
  --profile            a .cpuprofile of each service in bench/results/
  --help`;

const flag = { type: 'boolean', default: false };
const text = { type: 'string' };

/** The kinds of measurement that can be asked for by name. */
const modes = ['hot-user', 'two-instances', 'latency', 'reads', 'growth'];

/** Reads the command line. Ends the process for `--help`, and for what it does not understand. */
export function readOptions(args) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        ...Object.fromEntries(modes.map((mode) => [mode, flag])),
        ...{ document: flag, quick: flag, profile: flag, help: flag },
        ...{ seconds: text, rounds: text, connections: text, only: text, users: text, transactions: text },
        ...{ against: text, limit: text },
      },
    });
    if (values.help) {
      console.log(usage);
      process.exit(0);
    }
    return optionsOf(values);
  } catch (error) {
    console.error(`${error.message}\n\n${usage}`);
    process.exit(1);
  }
}

function optionsOf(values) {
  const { quick, profile, document, against } = values;
  const chosen = modes.filter((mode) => values[mode]);
  if (against !== undefined && chosen.length > 0) throw new Error('--against is a measurement by itself');
  if (against === undefined && values.limit !== undefined) throw new Error('--limit belongs to --against');
  const usual = against === undefined ? { seconds: 4, rounds: 3 } : { seconds: 20, rounds: 5 };
  const number = (name, usual) => (values[name] === undefined ? usual : positiveInteger(name, values[name]));
  const connections = values.connections ?? usualConnections(chosen, against);
  return {
    modes: against === undefined ? (chosen.length === 0 ? ['contest'] : chosen) : ['against'],
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

function usualConnections(chosen, against) {
  if (against !== undefined) return '64,256';
  return chosen.length === 0 ? '1,64,256' : '64';
}

/** `1.02` or `service=1.15,database=1.02`, as the greatest ratio of each part of the processor time. */
function parseLimits(text) {
  if (text === undefined) return {};
  return Object.fromEntries(
    text.split(',').map((item) => {
      const [, part = 'total', limit] = /^(?:(total|service|database)=)?(\d+(?:\.\d+)?)$/.exec(item) ?? [];
      if (limit === undefined)
        throw new Error(
          `--limit takes a ratio, or <part>=<ratio> of total, service or database, not "${item}"`,
        );
      return [part, Number(limit)];
    }),
  );
}

function positiveInteger(name, value) {
  if (!/^[1-9]\d*$/.test(value)) throw new Error(`--${name} takes whole numbers from 1, not "${value}"`);
  return Number(value);
}
