import { maxAmount } from '@app/accounts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** The JSON members of an unbounded integer. */
export type Figure<Name extends string> = Record<Name, number | null> &
  Partial<Record<`${Name}Text`, string>>;

/**
 * Writes an unbounded integer as JSON members. `<name>` is the integer while every JSON parser reads it exactly (RFC 8259,
 * section 6). Beyond ±(2^53 − 1) it is `null`, and `<name>Text` holds the digits.
 */
export function figure<const Name extends string>(name: Name, value: bigint): Figure<Name> {
  const number = Number(value);
  const members = Number.isSafeInteger(number)
    ? { [name]: number }
    : { [name]: null, [`${name}Text`]: value.toString() };
  return members as Figure<Name>;
}

/** Documents the number of a figure. */
export function ApiFigure({
  description,
  ...options
}: {
  description: string;
  example: number;
  minimum?: number;
}): PropertyDecorator {
  return ApiProperty({
    type: 'integer',
    nullable: true,
    minimum: -maxAmount,
    maximum: maxAmount,
    description: `${description} \`null\` beyond ±(2^53 − 1).`,
    ...options,
  });
}

/** Documents the digits of a figure that is too large for a JSON number. */
export function ApiFigureText(name: string): PropertyDecorator {
  return ApiPropertyOptional({
    type: 'string',
    pattern: '^-?[1-9][0-9]{15,}$',
    description: `The digits of \`${name}\`, present where that is \`null\`.`,
    example: '9007199254740992',
  });
}
