import { AccountsModule } from '@app/accounts';
import { IdempotencyModule } from '@app/idempotency';
import { type DynamicModule, Module } from '@nestjs/common';
import { History } from './history/history.js';
import { AtomicWork } from './journal/atomic-work.js';
import { Journal } from './journal/journal.js';
import { defaultJournalOptions, journalOptions, type JournalOptions } from './journal/options.js';
import { Verification } from './verification/verification.js';

/** The ledger: the journal writes it, the history reads it, the verification proves it. */
@Module({
  imports: [AccountsModule, IdempotencyModule],
  providers: [Journal, AtomicWork, History, Verification],
  exports: [Journal, AtomicWork, History, Verification],
})
export class LedgerModule {
  static withOptions(options: Partial<JournalOptions> = {}): DynamicModule {
    return {
      module: LedgerModule,
      // There is one journal in a process, for every capability that posts.
      global: true,
      providers: [{ provide: journalOptions, useValue: { ...defaultJournalOptions, ...options } }],
    };
  }
}
