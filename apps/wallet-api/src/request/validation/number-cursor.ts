import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { IsQueryInteger } from './rules.js';

/** PostgreSQL's largest `integer`. */
const largest = 2_147_483_647;

/** The cursor of a list whose elements have a `number`. */
export const NumberCursor = () =>
  applyDecorators(
    ApiPropertyOptional({
      type: 'integer',
      minimum: 1,
      maximum: largest,
      description: 'The `number` of the last element of the previous page.',
    }),
    IsOptional(),
    IsQueryInteger(1, largest),
  );
