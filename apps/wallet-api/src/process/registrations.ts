import { accountEntities } from '@app/accounts';
import { ScopeRegistry } from '@app/clients';
import { type Capability, ledgerCapability } from '@app/ledger';
import type { Type } from '@nestjs/common';
import type { AppCapability } from '../capabilities/app-capability.js';
import { ReservedMetadata } from '../request/access/player-metadata.js';
import { requestScopes } from '../request/access/scope.js';
import { namingOperation } from '../request/operations/operation-member.js';
import { OperationTypes } from '../request/operations/operation-types.js';
import { ProblemRegistry } from '../request/problems/problem-registry.js';
import { TransactionMembers } from './openapi/transaction-members.js';
import { requestErrors, requestProblems } from '../request/problems/request.problems.js';

type Capabilities = readonly AppCapability[];

/** The TypeORM entities of the accounts and of these capabilities. */
export function entitiesOf(capabilities: Capabilities): Type[] {
  return [...accountEntities, ...capabilities.flatMap(({ entities = [] }) => entities)];
}

/** The parts that these capabilities register with the ledger. */
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
  const refusals = new Set(
    [ledgerCapability, ...ledgerCapabilitiesOf(capabilities)].flatMap((ledger) =>
      Object.keys(ledger.refusals),
    ),
  );
  const owned = capabilities.map(
    ({ name, problems = {} }) => [name, namingOperation(problems, (code) => refusals.has(code))] as const,
  );
  return new ProblemRegistry(definedOnce('problem', [['request', requestProblems], ...owned]), [
    ...requestErrors,
    ...capabilities.flatMap(({ errors = [] }) => errors),
  ]);
}

export function reservedMetadataOf(capabilities: Capabilities): ReservedMetadata {
  return new ReservedMetadata(capabilities.flatMap(({ reservedMetadata }) => reservedMetadata ?? []));
}

export function transactionMembersOf(capabilities: Capabilities): TransactionMembers {
  return new TransactionMembers(capabilities.flatMap(({ transactionMembers }) => transactionMembers ?? []));
}

/** Every kind of operation. Throws if two capabilities define the same type. */
export function operationTypesOf(capabilities: Capabilities): OperationTypes {
  const owned = capabilities.map(({ name, operations = {} }) => [name, operations] as const);
  return new OperationTypes(definedOnce('operation', owned));
}

/** The definitions of one capability, by name. */
type Definitions<Definition> = readonly [owner: string, definitions: Readonly<Record<string, Definition>>];

/** Merges the definitions of all owners, in order. Throws if two owners define the same name. */
function definedOnce<Definition>(
  what: string,
  sources: readonly Definitions<Definition>[],
): Record<string, Definition> {
  const owners = new Map<string, string>();
  for (const [owner, definitions] of sources) {
    for (const name of Object.keys(definitions)) {
      const other = owners.get(name);
      if (other !== undefined) {
        throw new Error(`The capabilities ${other} and ${owner} both define the ${what} ${name}.`);
      }
      owners.set(name, owner);
    }
  }
  return Object.assign({}, ...sources.map(([, definitions]) => definitions)) as Record<string, Definition>;
}
