import { applyDecorators } from '@nestjs/common';
import type { FieldError } from '../problems/problem.js';
import { examine } from './class-validate.js';
import { Convert } from './convert.js';
import { type DtoClass, fastPath } from './fast-path.js';
import { ValidateWithin } from './validate-within.js';

/** A member that is itself an object with rules. The faults inside have pointers such as `/payment/id`. */
export const IsNested = (dtoClass: DtoClass): PropertyDecorator =>
  applyDecorators(
    Convert((value) => (isObject(value) ? (fastPath(value, dtoClass) ?? value) : value)),
    ValidateWithin((value) => faultsOf(value, dtoClass)),
  );

function faultsOf(value: unknown, dtoClass: DtoClass): readonly FieldError[] {
  if (value instanceof dtoClass) return [];
  return isObject(value)
    ? examine(value, dtoClass).errors
    : [{ pointer: '', detail: 'must be a JSON object' }];
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
