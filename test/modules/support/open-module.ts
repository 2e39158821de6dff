import { type Capability, Journal, LedgerModule } from '@app/ledger';
import { Reports } from '@app/reports';
import type { ModuleMetadata } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { DatabaseModule } from '../../../apps/wallet-api/src/process/database/database.module.js';
import { createTestDatabase } from '../../support/test-database.js';
import { capabilities } from '../../../apps/wallet-api/src/process/capabilities.js';
import { entitiesOf } from '../../../apps/wallet-api/src/process/registrations.js';

type Imports = NonNullable<ModuleMetadata['imports']>;

/** Modules of libs with nothing but their declared dependencies, on a separate database. */
export interface OpenModule {
  get: TestingModule['get'];
  close(): Promise<void>;
}

/** Builds modules that need only connections, which an application provides globally. */
export async function openModule(...imports: Imports): Promise<OpenModule> {
  const database = await createTestDatabase();
  const connections = DatabaseModule.with({
    url: database.url,
    applicationName: 'test-module',
    entities: entitiesOf(capabilities),
  });
  const module = await Test.createTestingModule({ imports: [connections, ...imports] }).compile();
  return {
    get: module.get.bind(module),
    close: async () => {
      await module.close();
      await module.get(Reports).close();
      await module.get(DataSource).destroy();
      await database.drop();
    },
  };
}

/** Builds modules that need the global ledger too, with these capabilities registered. */
export async function openModuleOnLedger(
  capabilities: readonly Capability[],
  ...imports: Imports
): Promise<OpenModule> {
  const opened = await openModule(LedgerModule.withOptions({ capabilities }), ...imports);
  return {
    get: opened.get,
    close: async () => {
      await opened.get(Journal).close();
      await opened.close();
    },
  };
}
