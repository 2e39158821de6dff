/** The groups of operations in the OpenAPI document, in the order of Swagger UI. */
export const tags: Readonly<Record<string, string>> = {
  Wallets: 'Balances, entries and statements of a user, and the operations that move credits.',
  Transactions: 'Recorded transactions and their proofs.',
  Holds: 'Credits that are reserved and captured later.',
  Payments: 'What users paid for, each credited once.',
  Reversals: 'Refunds, chargebacks and mistakes, and the debts that they leave.',
  Users: 'Registered users, and freezing their wallets.',
  Players: 'Sign-up and login of players.',
  Assets: 'The kinds of credits.',
  Catalogue: 'Items that users buy and tasks that reward them.',
  Conversion: 'The rates between assets.',
  Changes: 'What administrators changed.',
  'System accounts': 'The other side of every posting.',
  Economy: 'Supply, sources, sinks and holders over all wallets.',
  Ledger: 'Audits of the ledger and of single accounts.',
  Health: 'Probes for an orchestrator or a load balancer.',
};
