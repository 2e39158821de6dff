import { ProblemError, type FieldError } from '../problems/problem.js';
import { validationProblem } from '../problems/validation-problem.js';
import { examine } from '../validation/class-validate.js';
import type { OperationType } from './operation-type.js';

/** An operation of a request whose members are valid. */
export interface GivenOperation {
  type: OperationType;
  name: string;
  members: object;
}

/** The kinds of operations that the capabilities register. */
export class OperationTypes {
  private readonly types: ReadonlyMap<string, OperationType>;

  constructor(types: Readonly<Record<string, OperationType>>) {
    this.types = new Map(Object.entries(types));
  }

  /** By name, in the order of registration. */
  get all(): ReadonlyMap<string, OperationType> {
    return this.types;
  }

  /** Reads the operations of a request. Throws one problem with the faults of all, each at its place under `/operations`. */
  read(operations: readonly object[]): GivenOperation[] {
    const faults: FieldError[] = [];
    const given = operations.flatMap((operation, index) => {
      const found = this.readOne(operation);
      if (!Array.isArray(found)) return [found];
      for (const { pointer, detail } of found) {
        faults.push({ pointer: `/operations/${index}${pointer}`, detail });
      }
      return [];
    });
    if (faults.length > 0) throw validationProblem(faults);
    return given;
  }

  private readOne(operation: object): GivenOperation | FieldError[] {
    const { type: name, ...plain } = operation as { type?: unknown };
    const type = typeof name === 'string' ? this.types.get(name) : undefined;
    if (!type || typeof name !== 'string') {
      return [{ pointer: '/type', detail: `must be one of ${[...this.types.keys()].join(', ')}` }];
    }
    const { dto, errors } = examine(plain, type.members);
    return errors.length > 0 ? errors : { type, name, members: dto };
  }
}

/** Throws `forbidden` unless these scopes allow every operation. */
export function requireScopesOf(operations: readonly GivenOperation[], scopes: ReadonlySet<string>): void {
  for (const [index, { name, type }] of operations.entries()) {
    if (scopes.has(type.scope)) continue;
    throw new ProblemError(
      'forbidden',
      `The API key lacks the scope ${type.scope}, which operation ${index} (${name}) requires.`,
    );
  }
}
