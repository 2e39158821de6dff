/**
 * What the role of the service may do with each table, and no more: it appends history and moves balances. `npm run migrate` applies
 * all of it, every time.
 */
export const tableRights: Readonly<Record<string, string>> = {
  schema_migrations: 'SELECT',
  ledger_settings: 'SELECT',
  assets: 'SELECT, INSERT, UPDATE (name, min_amount, max_amount, retired)',
  // Triggers allow the deletes only for what the same transaction has inserted.
  accounts: 'SELECT, INSERT, UPDATE (balance, version, head_hash, frozen_at, updated_at), DELETE',
  shard_heads: 'SELECT, UPDATE (last, last_at)',
  transactions: 'SELECT, INSERT',
  user_salts: 'SELECT, INSERT, DELETE',
  entries: 'SELECT, INSERT',
  idempotency_keys: 'SELECT, INSERT, UPDATE (transaction_id, refusal), DELETE',
  // The service reads whose a key is. A service that was taken over can still not mint one.
  clients: 'SELECT',
  client_keys: 'SELECT',
  // It adds players, and can overwrite no password.
  players: 'SELECT, INSERT',
  items: 'SELECT, INSERT, UPDATE (name, price, retired)',
  tasks: 'SELECT, INSERT, UPDATE (name, reward, retired, completed_by)',
  conversion_rates: 'SELECT, INSERT, UPDATE (from_amount, to_amount), DELETE',
  task_completions: 'SELECT, INSERT',
  users: 'SELECT, INSERT',
  wallet_freezes: 'SELECT, INSERT',
  ledger_verifications: 'SELECT, INSERT, UPDATE (state, duration_ms, steps_done, invariants), DELETE',
};
