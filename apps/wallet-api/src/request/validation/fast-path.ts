import { getMetadataStorage, type ValidationArguments } from 'class-validator';
import { conversionOf } from './convert.js';

type Members = Record<string, unknown>;
export type DtoClass = new () => object;

/** class-validator's record of a decorator. */
type Declared = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];

interface Member {
  name: string;
  /** Whether the value counts as omitted and needs no check. */
  isAbsent: (value: unknown) => boolean;
  convert: ((value: unknown) => unknown) | undefined;
  checks: readonly ((value: unknown, dto: object) => boolean)[];
}

/** Builds the DTO of a valid input; `undefined` if class-validator has to decide. */
type FastPath = (plain: Members) => object | undefined;

/**
 * Compiles the decorators of a DTO class into a function that builds the DTO of a valid input. For any other input the function
 * returns `undefined`; class-validator then decides, and words the faults. Valid requests skip the library's walk over its
 * metadata, which never changes.
 *
 * Returns `undefined` instead of a function if the class has a decorator that the fast path does not support.
 */
export function compileFastPath(dtoClass: DtoClass): FastPath | undefined {
  const members = membersOf(dtoClass);
  if (!members) return undefined;
  const byName = new Map(members.map((member) => [member.name, member]));
  return (plain) => {
    const dto = new dtoClass() as Members;
    for (const name of Object.keys(plain)) {
      const member = byName.get(name);
      if (!member) return undefined;
      dto[name] = member.convert ? member.convert(plain[name]) : plain[name];
    }
    for (const { name, isAbsent, checks } of members) {
      const value = dto[name];
      if (isAbsent(value)) continue;
      for (const check of checks) if (!check(value, dto)) return undefined;
    }
    return dto;
  };
}

const compiled = new Map<DtoClass, FastPath | undefined>();

/** The DTO of a valid input; `undefined` if class-validator has to decide. */
export function fastPath(plain: object, dtoClass: DtoClass): object | undefined {
  if (!compiled.has(dtoClass)) compiled.set(dtoClass, compileFastPath(dtoClass));
  return compiled.get(dtoClass)?.(plain as Members);
}

function membersOf(dtoClass: DtoClass): Member[] | undefined {
  const storage = getMetadataStorage();
  const declared = storage.getTargetValidationMetadatas(dtoClass, '', false, false);
  if (declared.length === 0) return undefined;
  const members: Member[] = [];
  for (const [name, rules] of Object.entries(storage.groupByPropertyName(declared))) {
    const checks = rules.filter(({ type }) => type === 'customValidation').map(checkOf);
    const conditions = rules.filter(({ type }) => type === 'conditionalValidation');
    const isSupported = checks.length + conditions.length === rules.length && conditions.every(isOptional);
    if (!isSupported || checks.includes(undefined)) return undefined;
    members.push({
      name,
      isAbsent: absenceTest(conditions),
      convert: conversionOf(dtoClass, name),
      checks: checks.filter((check) => check !== undefined),
    });
  }
  return members;
}

function checkOf(rule: Declared): Member['checks'][number] | undefined {
  const [constraint, ...more] = getMetadataStorage().getTargetValidatorConstraints(rule.constraintCls);
  const groups = rule.groups as string[] | undefined;
  if (!constraint || more.length > 0 || constraint.async || rule.each || groups?.length) return undefined;
  const { instance } = constraint;
  const { constraints, propertyName: property } = rule;
  return (value, object) => {
    const args: ValidationArguments = { value, constraints, object, property, targetName: '' };
    return instance.validate(value, args) === true;
  };
}

/** Whether this is `@IsOptional()` or `@MayBeLeftOut()`. Other conditions may accept other values, or read other members. */
function isOptional(condition: Declared): boolean {
  return passes(condition, undefined) && !passes(condition, 0) && !passes(condition, '');
}

/** Tests for omitted values: `undefined`, and null if one of the conditions allows it. */
function absenceTest(conditions: readonly Declared[]): Member['isAbsent'] {
  if (conditions.length === 0) return () => false;
  const nullToo = conditions.some((condition) => passes(condition, null));
  return (value) => value === undefined || (nullToo && value === null);
}

function passes({ constraints, propertyName }: Declared, value: unknown): boolean {
  const [condition] = constraints as [(dto: object, value: unknown) => boolean];
  return !condition({ [propertyName]: value }, value);
}
