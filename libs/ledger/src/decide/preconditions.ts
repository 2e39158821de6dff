import { availableOf, balanceTag, type LockedAccount } from '@app/accounts';
import type { Movement } from '../capability/account-rule.js';
import type { FailedPrecondition, LedgerRefusal } from '../capability/refusal.js';
import type { BalanceCondition } from '../posting.js';

/**
 * Refuses a posting whose caller expected another state: of an account, or of what a rule resolved. The first failure counts, in
 * the order of the conditions. A replay is never decided, so a success replays whatever has happened to the account since.
 */
export function preconditionRefusal(movement: Movement): LedgerRefusal | undefined {
  const { conditions, unmet } = movement.posting;
  if (conditions === undefined && unmet === undefined) return undefined;
  for (const condition of conditions ?? []) {
    const failure = failureOf(condition, accountBefore(condition, movement));
    if (failure) return { code: 'precondition-failed', ...failure };
  }
  return unmet && { code: 'precondition-failed', ...unmet };
}

/** The user's account before the posting. One that does not exist has balance 0 and version 0. */
function accountBefore({ asset }: BalanceCondition, { posting, moves, earmarks }: Movement): LockedAccount {
  const first = [...moves, ...earmarks].find(
    ({ account: { asset: moved, owner } }) =>
      moved === asset && owner.kind === 'user' && owner.id === posting.userId,
  );
  if (!first) throw new Error(`The ${posting.type} has a condition on ${asset}, which it does not touch`);
  return first.account;
}

function failureOf(
  { asset, tag, version, minBalance, maxBalance, minAvailable }: BalanceCondition,
  account: LockedAccount,
): FailedPrecondition | undefined {
  // A user's balance is within 2^53 − 1.
  const balance = Number(account.balance);
  const available = availableOf(account);
  if (tag !== undefined && tag !== balanceTag(account)) {
    return { asset, condition: 'if-match', expected: tag, actual: balanceTag(account) };
  }
  if (version !== undefined && account.version !== version) {
    return { asset, condition: 'version', expected: version, actual: account.version };
  }
  if (minBalance !== undefined && balance < minBalance) {
    return { asset, condition: 'minBalance', expected: minBalance, actual: balance };
  }
  if (maxBalance !== undefined && balance > maxBalance) {
    return { asset, condition: 'maxBalance', expected: maxBalance, actual: balance };
  }
  if (minAvailable !== undefined && available < minAvailable) {
    return { asset, condition: 'minAvailable', expected: minAvailable, actual: available };
  }
  return undefined;
}
