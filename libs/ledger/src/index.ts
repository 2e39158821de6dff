export { type Actor } from './actor.js';
export { type AccountPeriod, type Period } from './history/account-period.js';
export { type PastBalance } from './history/balance-at.js';
export { History } from './history/history.js';
export { CursorError } from './history/follow-cursor.js';
export { type TransactionPage } from './history/list-transactions.js';
export { type TransactionFilter } from './history/transaction-filter.js';
export { type StatementEntry } from './history/statement.js';
export { type TypeTotal } from './history/type-totals.js';
export { type ProvenEntry, type TransactionProof } from './history/transaction-proof.js';
export { Journal } from './journal/journal.js';
export { SettledBalances } from './journal/settled-balances.js';
export { Preview, type PreviewedOutcome } from './journal/preview.js';
export {
  type CommittedBatch,
  journalObserver,
  type JournalObserver,
  type LaneObserver,
} from './journal/observer.js';
export { PostingTimes } from './journal/posting-times.js';
export { defaultJournalOptions, journalOptions, type JournalOptions } from './journal/options.js';
export { entryHash, transactionDigest } from './chain/transaction-digest.js';
export { LedgerModule } from './ledger.module.js';
export {
  type AccountFacts,
  type AccountRule,
  type AccountSession,
  type AcceptedMovement,
  type DueTransaction,
  type Movement,
} from './capability/account-rule.js';
export { type Capability } from './capability/capability.js';
export { CapabilityRegistry } from './capability/capability-registry.js';
export {
  type Claim,
  type Claiming,
  type ClaimRule,
  type ClaimSession,
  type Reserving,
} from './capability/claim-rule.js';
export { type CheckResult } from './capability/check-recorder.js';
export { type Effect, type EffectKind, type PlacedEffect, type ShownAs } from './capability/effect.js';
export { type EconomyFlow, economyMovements } from './capability/economy-flow.js';
export { type LiveMembers } from './capability/live-members.js';
export { type DecidedOperation, type GroupRule } from './capability/group-rule.js';
export { ledgerCapability } from './capability/ledger-capability.js';
export { type NamedCheck } from './capability/ladder.js';
export { type FailedPrecondition, type LedgerRefusal, type Refusal } from './capability/refusal.js';
export {
  type AskedOf,
  type Asking,
  type Examined,
  type Fact,
  type FactStatement,
  type LockedWallet,
  type Resolved,
  type Rule,
  type Session,
} from './capability/rule.js';
export { type Outcome, type RecordedEntry, type RecordedTransaction } from './outcome.js';
export {
  claimOf,
  type BalanceCondition,
  type Earmark,
  type FixedPosting,
  type GroupPosting,
  type Leg,
  operationsOf,
  type Posting,
  postingByRule,
  type PostingDetails,
  type PostingKey,
  postingOfGroup,
  type PostingOptions,
  type Route,
  type RulePosting,
  type SinglePosting,
} from './posting.js';
export { Recorder } from './places/recorder.js';
export { type ShardHead } from './places/shard-heads.js';
export { type AccountReport, AccountVerification } from './verification/account-verification.js';
export { AuditSchedule } from './verification/audit-schedule.js';
export { Audits } from './verification/audits.js';
export { auditObserver, type AuditObserver } from './verification/observer.js';
export { type VerificationOptions } from './verification/options.js';
export { type InvariantReport, type VerificationReport } from './verification/audit-results.js';
export { type Invariant } from './verification/invariants.js';
export { type Part, type Queryable } from './history/read-transactions.js';
export { Verification } from './verification/verification.js';
export { type VerificationProgress } from './verification/verification-runs.js';
export { type RebuildOptions, type RebuildReport, rebuildBalances } from './rebuild/rebuild-balances.js';
export { type DifferingAccount } from './rebuild/projection.js';
export { newTransactionId } from './transaction-id.js';
