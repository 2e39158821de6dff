import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import type { Calibration } from './calibration.js';

/** More digits than were measured would only make the file harder to compare. */
const digits = 4;

export async function saveCalibration(file: string, calibration: Calibration): Promise<void> {
  const text = JSON.stringify(calibration, (_, value: unknown) =>
    typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(digits)) : value,
  );
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), parser: 'json' }));
  console.log(`Wrote ${file}`);
}
