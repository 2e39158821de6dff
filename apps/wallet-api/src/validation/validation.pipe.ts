import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { type FieldError, ProblemError } from '../problems/problem.js';

/**
 * Validates body, path and query against their DTO classes: nothing unknown, nothing converted, every fault named
 * by a JSON pointer.
 */
export const validationPipe = new ValidationPipe({
  transform: true,
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  stopAtFirstError: true,
  exceptionFactory: (errors) => {
    const fields = errors.flatMap((error) => fieldErrors(error, ''));
    const detail = fields.map(({ pointer, detail }) => `${pointer || 'the body'} ${detail}`).join('; ');
    return new ProblemError('validation-failed', detail, { errors: fields });
  },
});

function fieldErrors({ property, constraints, children }: ValidationError, parent: string): FieldError[] {
  const pointer = `${parent}/${property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const own = Object.entries(constraints ?? {}).map(([rule, detail]) => ({
    pointer,
    detail: rule === 'whitelistValidation' ? 'is not a known member' : detail,
  }));
  return [...own, ...(children ?? []).flatMap((child) => fieldErrors(child, pointer))];
}
