import { getMetadataStorage, type ValidationError, validateSync } from 'class-validator';
import type { FieldError } from '../problems/problem.js';
import { pointerTo } from '../problems/pointer-to.js';
import { validationProblem } from '../problems/validation-problem.js';
import { conversionOf } from './convert.js';
import { type DtoClass, fastPath } from './fast-path.js';
import { faultsWithin } from './validate-within.js';

/** Validates an input with class-validator and returns its DTO. Throws a ProblemError that names each fault by a JSON pointer. */
export function classValidate(value: object, dtoClass: DtoClass): object {
  const { dto, errors } = validate(value, dtoClass);
  if (errors.length > 0) throw validationProblem(errors);
  return dto;
}

/** The DTO of an input with its faults. Compiled as a whole body is: `fastPath` accepts valid input. */
export function examine(value: object, dtoClass: DtoClass): { dto: object; errors: FieldError[] } {
  const dto = fastPath(value, dtoClass);
  return dto ? { dto, errors: [] } : validate(value, dtoClass);
}

/**
 * Only declared members reach the library. class-transformer is not used, because it compares every member name with every other,
 * even inside metadata: quadratic in the size of the body.
 */
function validate(value: object, dtoClass: DtoClass): { dto: object; errors: FieldError[] } {
  const declared = namesOf(dtoClass);
  const dto = new dtoClass() as Record<string, unknown>;
  const unknown: FieldError[] = [];
  for (const [name, member] of Object.entries(value) as [string, unknown][]) {
    if (!declared.has(name)) {
      unknown.push({ pointer: pointerTo(name), detail: 'is not a known member' });
      continue;
    }
    const convert = conversionOf(dtoClass, name);
    dto[name] = convert ? convert(member) : member;
  }
  const faults = validateSync(dto, { forbidUnknownValues: true, stopAtFirstError: true });
  const errors = [...faults.flatMap((fault) => fieldErrors(fault, '')), ...unknown];
  return { dto, errors };
}

const names = new Map<DtoClass, ReadonlySet<string>>();

/** The members that a DTO class has rules for, including inherited ones. */
function namesOf(dtoClass: DtoClass): ReadonlySet<string> {
  let found = names.get(dtoClass);
  if (!found) {
    const rules = getMetadataStorage().getTargetValidationMetadatas(dtoClass, '', false, false);
    found = new Set(rules.map(({ propertyName }) => propertyName));
    names.set(dtoClass, found);
  }
  return found;
}

function fieldErrors(error: ValidationError, parent: string): FieldError[] {
  const { property, constraints, children } = error;
  const pointer = parent + pointerTo(property);
  const within = faultsWithin(error);
  if (within) return within.map((fault) => ({ ...fault, pointer: pointer + fault.pointer }));
  const own = Object.values(constraints ?? {}).map((detail) => ({ pointer, detail }));
  return [...own, ...(children ?? []).flatMap((child) => fieldErrors(child, pointer))];
}
