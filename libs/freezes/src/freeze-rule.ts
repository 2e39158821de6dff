import type { AccountRule, AccountSession, Movement, NamedCheck } from '@app/ledger';

export interface FreezeRefusal {
  readonly code: 'wallet-frozen';
  readonly asset: string;
  readonly [member: string]: string;
}

/** A frozen account refuses debits and holds that its owner initiates. It can still be credited, and debited with the initiator `house`. */
const frozen: NamedCheck<Movement, FreezeRefusal, 'frozen'> = {
  rung: 'frozen',
  code: 'wallet-frozen',
  refusal({ posting, moves, earmarks }) {
    if (posting.initiator === 'house') return undefined;
    for (const { account, amount } of moves) {
      if (account.frozen && amount < 0) return { code: 'wallet-frozen', asset: account.asset };
    }
    for (const { account, heldBy } of earmarks) {
      if (account.frozen && heldBy > 0) return { code: 'wallet-frozen', asset: account.asset };
    }
    return undefined;
  },
};

const session: AccountSession<FreezeRefusal> = { checks: [frozen] };

/** Reads no facts: the locked row says whether its account is frozen. */
export const freezeRule: AccountRule<FreezeRefusal> = { name: 'freeze', session: () => session };
