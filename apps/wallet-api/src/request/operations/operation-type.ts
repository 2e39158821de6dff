import type { SinglePosting } from '@app/ledger';
import type { InjectionToken, Type } from '@nestjs/common';
import type { Scope } from '../access/scope.js';
import type { ProblemCode } from '../problems/problem-code.js';

/** A kind of operation that `POST …/operations` accepts. Created by `operationType`. */
export interface OperationType {
  /** The scope that its own route requires. */
  readonly scope: Scope;
  /** Its refusals, besides those of any posting. */
  readonly problems: readonly ProblemCode[];
  /** The DTO of its members besides `type`. */
  readonly members: Type;
  /** What `describe` needs of Nest's container. */
  readonly inject: readonly InjectionToken[];
  /** Describes the posting. Its reference, description and metadata are empty: they belong to the whole request. */
  describe(userId: string, members: never, ...injected: never[]): SinglePosting | Promise<SinglePosting>;
}

/** Declares a kind of operation, with the services that describing it takes. */
export function operationType<Members extends object, Injected extends readonly unknown[]>(type: {
  readonly scope: Scope;
  readonly problems?: readonly ProblemCode[];
  readonly members: Type<Members>;
  readonly inject?: { readonly [Index in keyof Injected]: Type<Injected[Index]> };
  describe(userId: string, members: Members, ...injected: Injected): SinglePosting | Promise<SinglePosting>;
}): OperationType {
  return { ...type, problems: type.problems ?? [], inject: type.inject ?? [] } as unknown as OperationType;
}
