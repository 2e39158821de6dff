import { ScopeRegistry } from '@app/clients';
import { type DynamicModule, Module } from '@nestjs/common';
import type { AppCapability } from '../capabilities/app-capability.js';
import { ReservedMetadata } from '../request/access/reserved-metadata.js';
import { ProblemRegistry } from '../request/problems/problem-registry.js';
import { problemsOf, reservedMetadataOf, scopesOf } from './registrations.js';

/** The modules of the capabilities, and what all of them together have registered. Start-up fails if two claim one name. */
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
      ],
      exports: [ScopeRegistry, ProblemRegistry, ReservedMetadata],
    };
  }
}
