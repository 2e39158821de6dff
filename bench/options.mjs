import { parseArgs } from 'node:util';

const usage = `npm run bench -- [options]

  --seconds <n>        how long each point is measured, after its warm-up   (8; quick: 3)
  --rounds <n>         how often every contestant has its turn             (2; quick: 1)
  --connections <list> callers at once, one point each                     (1,64,256)
  --only <list>        contestants to run                                  (all)
  --users <n>          how many users the transfers are spread over        (10000)
  --quick              less than a minute, with figures that are less certain
  --profile            a .cpuprofile of each contestant in bench/results/
  --help`;

/** How long a point runs before it counts: compiled code, filled pools, a warm buffer cache. */
const warmUpSeconds = { full: 3, quick: 1 };

/** Reads the command line. Ends the process for `--help`, and for what it does not understand. */
export function readOptions(args) {
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        seconds: { type: 'string' },
        rounds: { type: 'string' },
        connections: { type: 'string', default: '1,64,256' },
        only: { type: 'string' },
        users: { type: 'string', default: '10000' },
        quick: { type: 'boolean', default: false },
        profile: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }));
    if (values.help) {
      console.log(usage);
      process.exit(0);
    }
    return {
      seconds: positiveInteger('seconds', values.seconds ?? (values.quick ? '3' : '8')),
      rounds: positiveInteger('rounds', values.rounds ?? (values.quick ? '1' : '2')),
      connections: values.connections.split(',').map((text) => positiveInteger('connections', text)),
      only: values.only?.split(','),
      users: positiveInteger('users', values.users),
      profile: values.profile,
      warmUpSeconds: values.quick ? warmUpSeconds.quick : warmUpSeconds.full,
    };
  } catch (error) {
    console.error(`${error.message}\n\n${usage}`);
    process.exit(1);
  }
}

function positiveInteger(name, text) {
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`--${name} takes whole numbers from 1, not "${text}"`);
  return Number(text);
}
