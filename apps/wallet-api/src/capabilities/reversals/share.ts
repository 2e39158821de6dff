import { maxAmount } from '@app/accounts';
import { ApiProperty } from '@nestjs/swagger';
import { IsInt, Max, Min } from 'class-validator';
import type { FieldError } from '../../request/problems/problem.js';
import { examine } from '../../request/validation/class-validate.js';

const all = 100_000;
const message = `must be an integer from 1 to ${all}`;

/** A share of an amount, as some shops name it. */
export class ShareBody {
  @ApiProperty({
    type: 'integer',
    minimum: 1,
    maximum: all,
    description: 'In thousandths of a percent.',
    example: 50_000,
  })
  @IsInt({ message })
  @Min(1, { message })
  @Max(all, { message })
  milliPercent!: number;
}

/** The faults of an `upTo`: an amount, or a share. */
export function upToFaults(value: unknown): readonly FieldError[] {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return examine(value, ShareBody).errors;
  }
  if (Number.isSafeInteger(value) && (value as number) >= 1) return [];
  return [
    { pointer: '', detail: `must be an integer from 1 to ${maxAmount}, or an object with milliPercent` },
  ];
}
