import { ValidationPipe } from '@nestjs/common';
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

const accepts = new Map<DtoClass, ReturnType<typeof compileAccept>>();

/** What came in as an instance of its DTO class, if it is valid at first sight: nothing unknown, nothing converted. */
export function accept(value: object, dtoClass: DtoClass): object | undefined {
  if (!accepts.has(dtoClass)) accepts.set(dtoClass, compileAccept(dtoClass));
  return accepts.get(dtoClass)?.(value as Record<string, unknown>);
}

/** The same, slowly and for certain. Rejects with a ProblemError that names every fault by a JSON pointer. */
export async function validate(value: object, dtoClass: DtoClass): Promise<object> {
  return (await judge.transform(value, { type: 'body', metatype: dtoClass })) as object;
}

function fieldErrors({ property, constraints, children }: ValidationError, parent: string): FieldError[] {
  const pointer = `${parent}/${property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const own = Object.entries(constraints ?? {}).map(([rule, detail]) => ({
    pointer,
    detail: rule === 'whitelistValidation' ? 'is not a known member' : detail,
  }));
  return [...own, ...(children ?? []).flatMap((child) => fieldErrors(child, pointer))];
}
