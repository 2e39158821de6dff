import { availableOf } from '@app/accounts';
import type { EffectKind } from '@app/ledger';
import { effectName, hashedTexts, type HoldEvent, shownHold } from './hold-event.js';
import { holdsAsHashed } from './hold-invariants.js';
import { readHoldEvents } from './read-hold-events.js';
import { appendHoldEvents, updateHolds } from './write-holds.js';

/** Events of holds are recorded with their transaction. The row of a hold is their sum. */
export const holdEffects: EffectKind<HoldEvent> = {
  name: effectName,
  texts: hashedTexts,
  update: updateHolds,
  write: appendHoldEvents,
  invariant: holdsAsHashed,
  shownAs: {
    read: readHoldEvents,
    members: ([event], { entries }) => (event ? membersOf(event, entries.length > 0) : {}),
  },
};

/** A transaction that moves nothing shows what it set aside or gave back. */
function membersOf({ hold, kind, released, ...account }: HoldEvent, hasEntries: boolean) {
  const { balance } = account;
  return {
    ...(!hasEntries && { asset: hold.asset, amount: kind === 'hold' ? hold.amount : released, balance }),
    hold: shownHold(hold),
    available: availableOf(account),
    held: account.held,
  };
}
