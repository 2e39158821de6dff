import type { ScopeDefinitions } from '@app/clients';
import type { Capability, Refusal } from '@app/ledger';
import type { Type } from '@nestjs/common';
import type { ReservedMembers } from '../request/access/player-metadata.js';
import type { ProblemDefinitions, RefusalProblems } from '../request/problems/define-problems.js';
import type { OperationType } from '../request/operations/operation-type.js';
import type { ErrorProblem } from '../request/problems/error-problem.js';

/** Everything that a capability registers with the app. */
interface Parts {
  /** Used in the error messages of start-up. */
  readonly name: string;
  /** Its controllers and their providers. */
  readonly module: Type;
  /** The TypeORM entities of its lib. */
  readonly entities?: readonly Type[];
  /** What its lib registers with the ledger. */
  readonly ledger?: Capability;
  /** The scopes that it defines; its routes may also require others. Start-up fails if a scope is defined twice. */
  readonly scopes?: ScopeDefinitions;
  /** Start-up fails if a code is defined twice. */
  readonly problems?: ProblemDefinitions;
  /** Maps the errors of its lib to problems. */
  readonly errors?: readonly ErrorProblem[];
  readonly reservedMetadata?: ReservedMembers;
  /** Documents the members that its effects add to the answer of a transaction: classes with decorated, optional properties. */
  readonly transactionMembers?: readonly Type[];
  /** What `POST …/operations` accepts besides, by the `type` in the request. Start-up fails if a type is defined twice. */
  readonly operations?: Readonly<Record<string, OperationType>>;
}

declare const checked: unique symbol;

/**
 * A capability that `appCapability` has checked. `process/capabilities.ts` lists them all, and the process derives everything else
 * from that list.
 */
export interface AppCapability extends Parts {
  readonly [checked]: true;
}

/** Requires a problem for each refusal that the capability registers with the ledger. */
type Covering<R extends Refusal> = [R] extends [never]
  ? object
  : string extends R['code']
    ? { readonly ledger: 'declare it as Capability<…> of its refusals: their codes must be known' }
    : { readonly problems: RefusalProblems<R> };

/** Declares a capability of the app. Does not compile if a refusal of its ledger capability has no problem. */
export function appCapability<R extends Refusal = never, Shared extends Refusal = never>(
  capability: Omit<Parts, 'ledger'> & { readonly ledger?: Capability<R, Shared> } & Covering<R>,
): AppCapability {
  const parts: Omit<Parts, 'ledger'> = capability;
  return parts as AppCapability;
}
