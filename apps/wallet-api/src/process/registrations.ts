import { accountEntities } from '@app/accounts';
import { ScopeRegistry } from '@app/clients';
import type { Capability } from '@app/ledger';
import type { Type } from '@nestjs/common';
import type { AppCapability } from '../capabilities/app-capability.js';
import { ReservedMetadata } from '../request/access/reserved-metadata.js';
import { requestScopes } from '../request/access/scope.js';
import { ProblemRegistry } from '../request/problems/problem-registry.js';
import { requestErrors, requestProblems } from '../request/problems/request.problems.js';
import { definedOnce } from './defined-once.js';

type Capabilities = readonly AppCapability[];

/** The tables that TypeORM has to know: those of the accounts, and of these capabilities. */
export function entitiesOf(capabilities: Capabilities): Type[] {
  return [...accountEntities, ...capabilities.flatMap(({ entities = [] }) => entities)];
}

/** What these capabilities register with the ledger. */
export function ledgerCapabilitiesOf(capabilities: Capabilities): Capability[] {
  return capabilities.flatMap(({ ledger }) => ledger ?? []);
}

/** Every scope of the API. Throws if two capabilities define the same one. */
export function scopesOf(capabilities: Capabilities): ScopeRegistry {
  const owned = capabilities.map(({ name, scopes = {} }) => [name, scopes] as const);
  return new ScopeRegistry(definedOnce('scope', [...owned, ['request', requestScopes]]));
}

/** Every problem of the API. Throws if two capabilities define the same code. */
export function problemsOf(capabilities: Capabilities): ProblemRegistry {
  const owned = capabilities.map(({ name, problems = {} }) => [name, problems] as const);
  return new ProblemRegistry(definedOnce('problem', [['request', requestProblems], ...owned]), [
    ...requestErrors,
    ...capabilities.flatMap(({ errors = [] }) => errors),
  ]);
}

export function reservedMetadataOf(capabilities: Capabilities): ReservedMetadata {
  return new ReservedMetadata(capabilities.flatMap(({ reservedMetadata }) => reservedMetadata ?? []));
}
