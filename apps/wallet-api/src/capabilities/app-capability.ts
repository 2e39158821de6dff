import type { ScopeDefinitions } from '@app/clients';
import type { Capability, Refusal } from '@app/ledger';
import type { Type } from '@nestjs/common';
import type { ReservedMembers } from '../request/access/reserved-metadata.js';
import type { ProblemDefinitions, RefusalProblems } from '../request/problems/define-problems.js';
import type { ErrorProblem } from '../request/problems/error-problem.js';

/** Everything that one capability brings to the app. */
interface Parts {
  /** For the messages of start-up. */
  readonly name: string;
  /** Its controllers, and what they need. */
  readonly module: Type;
  /** The tables of its lib that TypeORM has to know. */
  readonly entities?: readonly Type[];
  /** What its lib registers with the ledger. */
  readonly ledger?: Capability;
  /** What its routes require of clients, besides the scopes of other capabilities. Start-up refuses a scope that is defined twice. */
  readonly scopes?: ScopeDefinitions;
  /** Start-up refuses a code that is defined twice. */
  readonly problems?: ProblemDefinitions;
  /** How the errors of its lib are answered. */
  readonly errors?: readonly ErrorProblem[];
  readonly reservedMetadata?: ReservedMembers;
}

declare const checked: unique symbol;

/**
 * What `appCapability` has checked. `process/capabilities.ts` lists all of them; whatever the process needs of them is derived
 * from that list.
 */
export interface AppCapability extends Parts {
  readonly [checked]: true;
}

/** The problems that a capability has to define: one for each refusal that it registers with the ledger. */
type Covering<R extends Refusal> = [R] extends [never]
  ? object
  : string extends R['code']
    ? { readonly ledger: 'declare it as Capability<…> of its refusals, so that their codes are known' }
    : { readonly problems: RefusalProblems<R> };

/** Describes a capability of the app. One whose ledger capability has a refusal without a problem does not compile. */
export function appCapability<R extends Refusal = never>(
  capability: Parts & { readonly ledger?: Capability<R> } & Covering<R>,
): AppCapability {
  const parts: Parts = capability;
  return parts as AppCapability;
}
