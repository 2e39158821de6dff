export { type Actor } from './actor.js';
export { type AccountPeriod, type Period } from './history/account-period.js';
export { History } from './history/history.js';
export { CursorError } from './history/cursor-error.js';
export { type TransactionPage } from './history/list-transactions.js';
export { type TransactionFilter } from './history/transaction-filter.js';
export { type StatementEntry } from './history/statement.js';
export { type TypeTotal } from './history/type-totals.js';
export { type ProvenEntry, type TransactionProof } from './history/transaction-proof.js';
export { Journal } from './journal/journal.js';
export { defaultJournalOptions, journalOptions, type JournalOptions } from './journal/options.js';
export { LedgerModule } from './ledger.module.js';
export {
  isFinalRefusal,
  type Outcome,
  type RecordedEntry,
  type RecordedTransaction,
  type Refusal,
} from './outcome.js';
export {
  type FixedPosting,
  type Leg,
  type Posting,
  type PostingKey,
  type PostingOptions,
  type PostingOnTerms,
  type Route,
} from './posting.js';
export { Recorder } from './places/recorder.js';
export { type ShardHead } from './places/shard-heads.js';
export { type TransactionType, transactionTypes } from './transaction-type.js';
export { type AccountReport, AccountVerification } from './verification/account-verification.js';
export { Audits } from './verification/audits.js';
export { type VerificationOptions } from './verification/options.js';
export { type InvariantReport, type VerificationReport } from './verification/run-audit.js';
export { Verification } from './verification/verification.js';
export { type VerificationProgress } from './verification/verification-runs.js';
export { type RebuildOptions, type RebuildReport, rebuildBalances } from './rebuild/rebuild-balances.js';
export { type DifferingAccount } from './rebuild/projection.js';
