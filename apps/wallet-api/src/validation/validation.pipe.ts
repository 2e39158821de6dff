import { type ArgumentMetadata, type PipeTransform, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import type { FieldError } from '../problems/problem.js';
import { validationProblem } from '../problems/validation-problem.js';
import { compileAccept, type DtoClass } from './accept.js';

/** class-validator and class-transformer, the judges in every case of doubt. */
const judge = new ValidationPipe({
  transform: true,
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  stopAtFirstError: true,
  exceptionFactory: (errors) => validationProblem(errors.flatMap((error) => fieldErrors(error, ''))),
});

/**
 * Validates body, path and query against their DTO classes: nothing unknown, nothing converted, every fault named
 * by a JSON pointer.
 */
class CompiledValidationPipe implements PipeTransform {
  private readonly accepts = new Map<unknown, ReturnType<typeof compileAccept>>();

  transform(value: unknown, metadata: ArgumentMetadata): unknown {
    return this.accept(value, metadata.metatype) ?? judge.transform(value, metadata);
  }

  private accept(value: unknown, dtoClass: unknown): object | undefined {
    if (typeof value !== 'object' || value === null || typeof dtoClass !== 'function') return undefined;
    if (!this.accepts.has(dtoClass)) this.accepts.set(dtoClass, compileAccept(dtoClass as DtoClass));
    return this.accepts.get(dtoClass)?.(value as Record<string, unknown>);
  }
}

export const validationPipe = new CompiledValidationPipe();

function fieldErrors({ property, constraints, children }: ValidationError, parent: string): FieldError[] {
  const pointer = `${parent}/${property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const own = Object.entries(constraints ?? {}).map(([rule, detail]) => ({
    pointer,
    detail: rule === 'whitelistValidation' ? 'is not a known member' : detail,
  }));
  return [...own, ...(children ?? []).flatMap((child) => fieldErrors(child, pointer))];
}
