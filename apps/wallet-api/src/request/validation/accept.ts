import { getMetadataStorage, type ValidationArguments } from 'class-validator';
import { conversionOf } from './convert.js';

type Members = Record<string, unknown>;
export type DtoClass = new () => object;

/** What class-validator keeps of one decorator, as far as it is needed here. */
type Declared = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];

interface Member {
  name: string;
  /** Whether this is a kind of nothing that needs no check. */
  mayBe: (value: unknown) => boolean;
  convert: ((value: unknown) => unknown) | undefined;
  checks: readonly ((value: unknown, dto: object) => boolean)[];
}

/**
 * Turns the decorators of a DTO class, once, into a function that accepts what is valid beyond doubt and gives the DTO;
 * `undefined` for everything else, which class-validator itself then looks at, and words. It spares a valid request the
 * two libraries' walk over their metadata, which say the same at every request.
 *
 * `undefined` in place of the function: the class has a declaration that is not understood here.
 */
export function compileAccept(dtoClass: DtoClass): ((plain: Members) => object | undefined) | undefined {
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
    for (const { name, mayBe, checks } of members) {
      const value = dto[name];
      if (mayBe(value)) continue;
      for (const check of checks) if (!check(value, dto)) return undefined;
    }
    return dto;
  };
}

function membersOf(dtoClass: DtoClass): Member[] | undefined {
  const storage = getMetadataStorage();
  const declared = storage.getTargetValidationMetadatas(dtoClass, '', false, false);
  if (declared.length === 0) return undefined;
  const members: Member[] = [];
  for (const [name, rules] of Object.entries(storage.groupByPropertyName(declared))) {
    const checks = rules.filter(({ type }) => type === 'customValidation').map(checkOf);
    const conditions = rules.filter(({ type }) => type === 'conditionalValidation');
    const understood = checks.length + conditions.length === rules.length && conditions.every(isOptional);
    if (!understood || checks.includes(undefined)) return undefined;
    members.push({
      name,
      mayBe: nothingOf(conditions),
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

/** `@IsOptional()` or `@MayBeLeftOut()`, and not some other condition: it lets nothing pass, and looks at nothing else. */
function isOptional(condition: Declared): boolean {
  return passes(condition, undefined) && !passes(condition, 0) && !passes(condition, '');
}

/** Which kinds of nothing these conditions let pass: what is left out, and null where one of them says so. */
function nothingOf(conditions: readonly Declared[]): Member['mayBe'] {
  if (conditions.length === 0) return () => false;
  const nullToo = conditions.some((condition) => passes(condition, null));
  return (value) => value === undefined || (nullToo && value === null);
}

function passes({ constraints, propertyName }: Declared, value: unknown): boolean {
  const [condition] = constraints as [(dto: object, value: unknown) => boolean];
  return !condition({ [propertyName]: value }, value);
}
