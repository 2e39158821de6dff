import { maxAmount } from '@app/accounts';
import { isUserId, maxUserIdLength, userIdPattern } from '@app/users';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsInt, Matches, Max, Min, ValidateBy, ValidateIf } from 'class-validator';
import { Convert } from './convert.js';
import { metadataFault } from './metadata.js';
import { instantFault, parseInstant, type Rounding } from './instant.js';
import { namePattern } from './name.js';

/** Checks a pattern, and documents it in the OpenAPI schema. */
const MatchesAsDocumented = (pattern: RegExp, message: string) =>
  applyDecorators(ApiProperty({ pattern: pattern.source }), Matches(pattern, { message }));

/** A user id that the game already has; see `isUserId`. */
export const IsUserId = () =>
  applyDecorators(
    ApiProperty({ pattern: userIdPattern.source, maxLength: maxUserIdLength }),
    ValidateBy({
      name: 'isUserId',
      validator: {
        validate: isUserId,
        defaultMessage: (args) =>
          `must be 1 to ${maxUserIdLength} letters, digits or . _ : @ | + ~ ! -, and not only dots${plusHint(args?.value)}`,
      },
    }),
  );

/** An unencoded `+` in a query arrives as a space. */
function plusHint(value: unknown): string {
  return typeof value === 'string' && isUserId(value.replaceAll(' ', '+'))
    ? '; in a query, write + as %2B'
    : '';
}

/** The syntax of an asset code. The ledger checks whether the asset exists. */
export const IsAssetCode = () =>
  MatchesAsDocumented(/^[A-Za-z0-9_]{1,32}$/, 'must be 1 to 32 letters, digits or _');

/** A member that may be omitted but, unlike with `IsOptional`, not null. */
export const MayBeLeftOut = () => ValidateIf((_body, value) => value !== undefined);

/** The syntax of the code of an item or a task. */
const catalogCode = /^[a-z0-9][a-z0-9-]{0,63}$/;

export const IsCatalogCode = () =>
  MatchesAsDocumented(
    catalogCode,
    'must be 1 to 64 characters from a-z, 0-9 and -, and must not begin with -',
  );

/** An amount in whole minor units: an integer that every JSON parser reads exactly. */
export const IsAmount = () =>
  ValidateBy({
    name: 'isAmount',
    validator: {
      validate: (value) => Number.isSafeInteger(value) && (value as number) >= 1,
      defaultMessage: () => `must be an integer from 1 to ${maxAmount}`,
    },
  });

/**
 * A text that PostgreSQL can store unchanged: no NUL, no half of a surrogate pair. Its length counts code points, as `char_length`
 * does.
 */
export const IsText = (maxLength: number) =>
  ValidateBy({
    name: 'isText',
    validator: {
      validate: (value) =>
        typeof value === 'string' &&
        value.isWellFormed() &&
        !value.includes('\0') &&
        value.length > 0 &&
        [...value].length <= maxLength,
      defaultMessage: () => `must be a text of 1 to ${maxLength} characters, without NUL`,
    },
  });

/** A name that can be displayed; see `namePattern`. */
export const IsName = (maxLength: number) =>
  applyDecorators(
    MatchesAsDocumented(
      namePattern,
      'must not be blank, nor hold control or bidirectional formatting characters',
    ),
    IsText(maxLength),
  );

/** See `metadataFault`. */
export const IsMetadata = () =>
  ValidateBy({
    name: 'isMetadata',
    validator: {
      validate: (value) => metadataFault(value) === undefined,
      defaultMessage: (args) => metadataFault(args?.value) ?? 'is not valid',
    },
  });

/** An RFC 3339 time with an offset, converted to a Date of whole milliseconds; see `parseInstant` for the rounding. */
export const IsInstant = ({ round }: { round: Rounding }) =>
  applyDecorators(
    Convert((value) => parseInstant(value, round) ?? value),
    ValidateBy({
      name: 'isInstant',
      validator: {
        validate: (value) => value instanceof Date,
        defaultMessage: (args) => instantFault(args?.value),
      },
    }),
  );

/** The text of an RFC 3339 time with an offset, kept as given. */
export const IsInstantText = () =>
  ValidateBy({
    name: 'isInstantText',
    validator: {
      validate: (value) => parseInstant(value, 'down') !== undefined,
      defaultMessage: (args) => instantFault(args?.value),
    },
  });

/** The end of a period that begins at the member `from`: at least a millisecond and at most `mostDays` days later. */
export const EndsPeriod = ({ mostDays }: { mostDays: number }) =>
  ValidateBy({
    name: 'endsPeriod',
    validator: {
      validate: (to, args) => periodFault(args?.object, to, mostDays) === undefined,
      defaultMessage: (args) => periodFault(args?.object, args?.value, mostDays) ?? 'is not valid',
    },
  });

/** Checks nothing unless both are valid times; `IsInstant` reports that. */
function periodFault(dto: object | undefined, to: unknown, mostDays: number): string | undefined {
  const { from } = (dto ?? {}) as { from?: unknown };
  if (!(from instanceof Date && to instanceof Date)) return undefined;
  const lengthMs = to.getTime() - from.getTime();
  if (lengthMs <= 0) return 'must be later than from, in whole milliseconds';
  return lengthMs > mostDays * 86_400_000 ? `must be at most ${mostDays} days later than from` : undefined;
}

/** An integer in a query string: decimal digits only, without a leading zero. */
export const IsQueryInteger = (min: number, max: number) =>
  applyDecorators(
    Convert((value) =>
      typeof value === 'string' && /^(?:0|[1-9]\d{0,15})$/.test(value) ? Number(value) : value,
    ),
    IsInt({ message: `must be an integer from ${min} to ${max}` }),
    Min(min, { message: `must be an integer from ${min} to ${max}` }),
    Max(max, { message: `must be an integer from ${min} to ${max}` }),
  );

/** Exactly `true` or `false` in a query string. */
export const IsQueryBoolean = () =>
  applyDecorators(
    Convert((value) => (value === 'true' || value === 'false' ? value === 'true' : value)),
    IsBoolean({ message: 'must be true or false' }),
  );
