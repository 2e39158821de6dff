import { describe, textOf } from '../support/report.js';
import type { Calibration } from './calibration.js';
import { checkTable, verdict } from './check-report.js';
import { modelOf } from './model/fitted.js';
import { predictAll } from './model/predictions.js';
import { readOptions } from './options.js';
import { planTables } from './plan-report.js';

/** The page with the output of every `npm run capacity -- …` that it shows: the `text` block behind the command. */
export function documented(text: string, calibration: Calibration): string {
  const example = /(```bash\nnpm run capacity -- (?<args>[^\n]+)\n```\n\n```text\n)[^]*?(?=```)/g;
  return text.replace(example, (_, head: string, args: string) => `${head}${outputOf(args, calibration)}\n`);
}

function outputOf(args: string, calibration: Calibration): string {
  const options = readOptions(args.split(' '));
  const model = modelOf(calibration);
  if (options.action === 'plan')
    return planTables(options, calibration, model).map(textOf).join('\n').trimStart();
  if (options.action !== 'check')
    throw new Error(`docs/capacity.md cannot show the output of --${options.action}`);
  const predictions = predictAll(calibration, model);
  return [
    textOf(checkTable(predictions)).trimStart(),
    '',
    ...verdict(predictions, calibration),
    ...conditions(calibration),
  ].join('\n');
}

function conditions({ measured }: Calibration): string[] {
  return [
    '',
    `Measured on ${measured.at.slice(0, 10)} at ${measured.commit}.`,
    ...describe(measured.machine),
  ];
}
