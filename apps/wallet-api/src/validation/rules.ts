import { maxAmount } from '@app/accounts';
import { applyDecorators } from '@nestjs/common';
import { IsInt, Matches, Max, Min, ValidateBy, ValidateIf } from 'class-validator';
import { Convert } from './convert.js';
import { metadataFault } from './metadata.js';
import { parseInstant } from './instant.js';

/** What can be the id that the game already has for its user. */
export const userIdPattern = /^[A-Za-z0-9._:@-]{1,64}$/;

/** An id that the game already has for its user. */
export const IsUserId = () =>
  Matches(userIdPattern, {
    message: 'must have 1 to 64 characters out of letters, digits and . _ : @ -',
  });

/** What can be the code of an asset; whether it is one is for the ledger to say. */
export const IsAssetCode = () =>
  Matches(/^[A-Za-z0-9_]{1,32}$/, { message: 'must have 1 to 32 characters out of letters, digits and _' });

/** A member that may be left out. Unlike with `IsOptional`, null is not a way to do so. */
export const MayBeLeftOut = () => ValidateIf((_body, value) => value !== undefined);

/** Whole minor units: a JSON number, an integer, within what every JSON parser reads exactly. */
export const IsAmount = () =>
  ValidateBy({
    name: 'isAmount',
    validator: {
      validate: (value) => Number.isSafeInteger(value) && (value as number) >= 1,
      defaultMessage: () => `must be an integer from 1 to ${maxAmount}`,
    },
  });

/**
 * A text that PostgreSQL can store as it is: no NUL and no half of a surrogate pair. Its length counts characters
 * (code points), as `char_length` does.
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

/** See `metadataFault`. */
export const IsMetadata = () =>
  ValidateBy({
    name: 'isMetadata',
    validator: {
      validate: (value) => metadataFault(value) === undefined,
      defaultMessage: (args) => metadataFault(args?.value) ?? 'is not valid',
    },
  });

/** An RFC 3339 time with its offset; becomes a Date. */
export const IsInstant = () =>
  applyDecorators(
    Convert((value) => parseInstant(value) ?? value),
    ValidateBy({
      name: 'isInstant',
      validator: {
        validate: (value) => value instanceof Date,
        defaultMessage: () => 'must be a time such as 2026-01-31T12:00:00Z (RFC 3339)',
      },
    }),
  );

/** An integer in a query string: decimal digits and nothing else. */
export const IsQueryInteger = (min: number, max: number) =>
  applyDecorators(
    Convert((value) => (typeof value === 'string' && /^\d{1,16}$/.test(value) ? Number(value) : value)),
    IsInt({ message: `must be an integer from ${min} to ${max}` }),
    Min(min, { message: `must be an integer from ${min} to ${max}` }),
    Max(max, { message: `must be an integer from ${min} to ${max}` }),
  );
