/** What each invariant of the audit says, in a sentence. One that the console does not know goes by its name. */
export const invariantSentences: Record<string, string> = {
  'places-gapless':
    'Everything in a shard has its place, counted from 1 without a gap, in the order of time.',
  'versions-gapless': 'Every account counts its entries from 1 without a gap.',
  'balances-equal-entries': 'The balance of an account is the sum of its entries.',
  'entries-consecutive':
    'Every entry leads from the balance before it to the one after, never below zero, never back in time.',
  'hash-chain': 'Every entry carries the hash over itself, its transaction and the hash before it.',
  'hash-chain-heads': 'Every account points at the end of its chain.',
  'transactions-balanced': 'Every transaction sums to zero between one user and the system.',
  'assets-balanced': 'All balances of an asset sum to zero: nothing came from nowhere, nothing was lost.',
  'keyless-transactions-are-of-the-house': 'Only what the house booked by itself has no key.',
  'keys-point-at-transactions': 'Every used key points at the transaction that it made.',
  'wallets-frozen-as-a-whole': 'Every account of a frozen wallet is frozen, and none of another.',
  'freezes-take-turns': 'Freezing and releasing a wallet take turns in its history.',
  'completions-point-at-rewards':
    'Every completion of a task belongs to the reward that recorded it, and every reward has what it recorded.',
  'rewards-are-completions': 'Every reward of a limited task was paid for a completion of its own.',
  'users-in-their-shard': 'Every user lives where every look-up goes.',
};
