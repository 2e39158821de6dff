import { Journal } from '@app/ledger';
import { authorise, capture, keyOf, topup } from '../../support/postings.js';
import type { TestService } from '../../support/test-service.js';
import { auditFinds } from './forgeries.js';

/** Two holds of henry: one is open, and one was captured in two parts. */
async function holdAndCapture({ app }: TestService): Promise<void> {
  const journal = app.get(Journal);
  await journal.post(topup('henry', 100), keyOf());
  await journal.post(authorise('henry', 10), keyOf());
  const hold = await journal.post(authorise('henry', 20), keyOf());
  if (!('transaction' in hold)) throw new Error('The hold was refused');
  await journal.post(capture('henry', hold.transaction.id, 5, false), keyOf());
  await journal.post(capture('henry', hold.transaction.id, 5), keyOf());
}

auditFinds(holdAndCapture, [
  [
    'more held than is left of the holds',
    `UPDATE accounts SET held = held + 1 WHERE owner_id = 'henry'`,
    ['held-by-open-holds'],
  ],
  [
    'a hold whose lapse comes too late',
    `UPDATE accounts SET lapses_at = lapses_at + interval '1 hour' WHERE owner_id = 'henry'`,
    ['held-by-open-holds'],
  ],
  [
    'an open hold closed without an event',
    `UPDATE holds SET captured = amount, closed_at = now(), closed_as = 'captured' WHERE closed_at IS NULL`,
    ['holds-add-up', 'held-by-open-holds'],
  ],
  [
    'a longer hold',
    `UPDATE holds SET expires_at = expires_at + interval '1 hour' WHERE closed_at IS NULL;
     UPDATE accounts SET lapses_at = lapses_at + interval '1 hour' WHERE owner_id = 'henry'`,
    ['holds-as-hashed'],
  ],
  [
    'a capture after the expiry',
    `UPDATE hold_events SET at = at + interval '1 hour' WHERE number = 2;
     UPDATE hold_events SET at = at + interval '1 hour' WHERE number = 3;
     UPDATE holds SET closed_at = closed_at + interval '1 hour' WHERE closed_as = 'captured'`,
    ['holds-as-hashed', 'holds-add-up'],
  ],
  [
    'a capture that moved something else',
    `UPDATE hold_events SET captured = 6, captured_after = captured_after + 1 WHERE number = 3;
     UPDATE hold_events SET captured = 4, captured_after = captured_after - 1 WHERE number = 2`,
    ['holds-as-hashed', 'holds-add-up'],
  ],
  [
    'a capture removed from a hold',
    `DELETE FROM hold_events WHERE number = 3`,
    ['holds-as-hashed', 'holds-add-up'],
  ],
  [
    'an event of a transaction that had none',
    `INSERT INTO hold_events (shard, hold_id, number, kind, transaction_id, captured, released, captured_after,
                              released_after, at, balance_after, held_after, owed_after)
     SELECT h.shard, h.id, 2, 'capture', t.id, 1, 0, 1, 0, h.expires_at - interval '1 s', 100, 9, 0
     FROM holds h JOIN transactions t ON t.shard = h.shard AND t.type = 'topup' AND t.user_id = 'henry'
     WHERE h.closed_at IS NULL`,
    ['holds-as-hashed', 'holds-add-up'],
  ],
  [
    'another account after an event',
    `UPDATE hold_events SET owed_after = 1 WHERE number = 1`,
    ['holds-as-hashed'],
  ],
]);
