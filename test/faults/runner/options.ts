import { parseArgs } from 'node:util';

export interface RunOptions {
  quick: boolean;
  only: string[];
  seed: number;
  list: boolean;
}

/** Parses the command line. Throws an explanation if it is invalid. */
export function readOptions(args: string[]): RunOptions {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
      seed: { type: 'string' },
      list: { type: 'boolean', default: false },
    },
  });
  const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed);
  if (!Number.isInteger(seed) || seed < 0 || seed >= 2 ** 32) {
    throw new Error(`--seed takes an integer from 0 to ${2 ** 32 - 1}, not "${values.seed}"`);
  }
  return {
    quick: values.quick,
    only: values.only.flatMap((names) => names.split(',')),
    seed,
    list: values.list,
  };
}
