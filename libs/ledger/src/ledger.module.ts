import { AccountsModule, ShardPlacement } from '@app/accounts';
import { TransactionRunner } from '@app/database';
import { type DynamicModule, Module } from '@nestjs/common';
import type { Capability } from './capability/capability.js';
import { CapabilityRegistry } from './capability/capability-registry.js';
import { ledgerCapability } from './capability/ledger-capability.js';
import { History } from './history/history.js';
import { Journal } from './journal/journal.js';
import { defaultJournalOptions, journalOptions, type JournalOptions } from './journal/options.js';
import { Preview } from './journal/preview.js';
import { SettledBalances } from './journal/settled-balances.js';
import { Recorder } from './places/recorder.js';
import { AccountVerification } from './verification/account-verification.js';
import { AuditSchedule } from './verification/audit-schedule.js';
import { Audits } from './verification/audits.js';
import {
  defaultVerificationOptions,
  verificationOptions,
  type VerificationOptions,
} from './verification/options.js';
import { Verification } from './verification/verification.js';
import { VerifiedPlaces } from './verification/verified-places.js';
import { VerificationRuns } from './verification/verification-runs.js';

export interface LedgerModuleOptions {
  /** Capabilities besides the ledger's three flows. */
  capabilities?: readonly Capability[] | undefined;
  journal?: Partial<JournalOptions> | undefined;
  verification?: Partial<VerificationOptions> | undefined;
}

/**
 * The ledger: the journal writes it, the history reads it, the verification proves it. A global module must export a DataSource
 * and `Reports`.
 */
@Module({
  imports: [AccountsModule],
  providers: [
    Journal,
    {
      provide: TransactionRunner,
      useFactory: (placement: ShardPlacement, { batchTimeoutMs, retryForMs }: JournalOptions) =>
        new TransactionRunner((shard) => placement.of(shard).dataSource, {
          timeoutMs: batchTimeoutMs,
          retryForMs,
        }),
      inject: [ShardPlacement, journalOptions],
    },
    Preview,
    SettledBalances,
    Recorder,
    History,
    Verification,
    VerificationRuns,
    VerifiedPlaces,
    Audits,
    AuditSchedule,
    AccountVerification,
  ],
  exports: [
    Journal,
    Preview,
    SettledBalances,
    TransactionRunner,
    Recorder,
    History,
    Verification,
    Audits,
    AccountVerification,
  ],
})
export class LedgerModule {
  static withOptions({ capabilities = [], journal, verification }: LedgerModuleOptions = {}): DynamicModule {
    return {
      module: LedgerModule,
      // All capabilities share one journal per process.
      global: true,
      exports: [CapabilityRegistry],
      providers: [
        {
          provide: CapabilityRegistry,
          useFactory: () => new CapabilityRegistry([ledgerCapability, ...capabilities]),
        },
        { provide: journalOptions, useValue: { ...defaultJournalOptions, ...journal } },
        { provide: verificationOptions, useValue: { ...defaultVerificationOptions, ...verification } },
      ],
    };
  }
}
