import { ScopeRegistry } from '@app/clients';
import { type DynamicModule, Module } from '@nestjs/common';
import type { AppCapability } from '../capabilities/app-capability.js';
import { ReservedMetadata } from '../request/access/player-metadata.js';
import { OperationTypes } from '../request/operations/operation-types.js';
import { ProblemRegistry } from '../request/problems/problem-registry.js';
import { TransactionMembers } from './openapi/transaction-members.js';
import {
  operationTypesOf,
  problemsOf,
  reservedMetadataOf,
  scopesOf,
  transactionMembersOf,
} from './registrations.js';

/** Imports the modules of the capabilities, and provides what they register. Start-up fails if two define the same name. */
@Module({})
export class CapabilitiesModule {
  static with(capabilities: readonly AppCapability[]): DynamicModule {
    return {
      module: CapabilitiesModule,
      global: true,
      imports: capabilities.map(({ module }) => module),
      providers: [
        { provide: ScopeRegistry, useFactory: () => scopesOf(capabilities) },
        { provide: ProblemRegistry, useFactory: () => problemsOf(capabilities) },
        { provide: ReservedMetadata, useFactory: () => reservedMetadataOf(capabilities) },
        { provide: OperationTypes, useFactory: () => operationTypesOf(capabilities) },
        { provide: TransactionMembers, useFactory: () => transactionMembersOf(capabilities) },
      ],
      exports: [ScopeRegistry, ProblemRegistry, ReservedMetadata, OperationTypes, TransactionMembers],
    };
  }
}
