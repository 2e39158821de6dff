import { AccountsModule } from '@app/accounts';
import { CatalogModule } from '@app/catalog';
import { IdempotencyModule } from '@app/idempotency';
import { type DynamicModule, Module } from '@nestjs/common';
import { History } from './history/history.js';
import { Journal } from './journal/journal.js';
import { defaultJournalOptions, journalOptions, type JournalOptions } from './journal/options.js';
import { Verification } from './verification/verification.js';

/** The ledger: the journal writes it, the history reads it, the verification proves it. */
@Module({
  imports: [AccountsModule, IdempotencyModule, CatalogModule],
  providers: [Journal, History, Verification],
  exports: [Journal, History, Verification],
})
export class LedgerModule {
  static withOptions(options: Partial<JournalOptions> = {}): DynamicModule {
    return {
      module: LedgerModule,
      providers: [{ provide: journalOptions, useValue: { ...defaultJournalOptions, ...options } }],
    };
  }
}
