import type { LoggedAnswer } from './answer.js';
import type { Findings } from './findings.js';
import type { LedgerState } from './ledger-state.js';
import type { Operation } from './operations.js';
import type { StoredHoldEvent } from './reserved-state.js';

/** An answer about a hold or a reversal says what the tables say of its transaction; what was acknowledged is found. */
export function checkReservedAnswer(
  operation: Operation,
  answer: LoggedAnswer,
  state: LedgerState,
  findings: Findings,
): void {
  const { key, flow, target = '' } = operation;
  const { kind, json } = answer;
  if (kind === 'absent' && !target.startsWith('00000000-')) {
    findings.add(
      'acknowledgedMissing',
      `${key} names the acknowledged ${target}, and was told ${answer.code}`,
    );
  }
  if (json?.code === 'reversal-exceeds-original' && json.remaining >= operation.amount) {
    findings.add('wrongBalances', `${key} was refused with ${JSON.stringify(json)}`);
  }
  if (kind !== 'ok') return;
  const isRight = flow === 'reverse' ? isReversed(operation, json, state) : isOfHold(operation, json, state);
  if (!isRight) {
    findings.add('wrongBalances', `${key} (${flow}) was told ${JSON.stringify(json)}, unlike the tables`);
  }
}

function isOfHold({ userId, flow, amount, key, target }: Operation, json: any, state: LedgerState): boolean {
  const [transaction] = state.transactions.get(`${userId}/${key}`) ?? [];
  const [event, other] = state.reserved.holdEvents.filter(
    ({ transactionId }) => transactionId === transaction?.id,
  );
  if (!transaction || !event || other || !showsAccount(json, event)) return false;
  const entries = entriesOf(transaction.id, state);
  switch (flow) {
    case 'authorise':
      return (
        event.kind === 'hold' && json.id === event.holdId && json.amount === amount && entries.length === 0
      );
    case 'capture':
      return (
        event.kind === 'capture' &&
        event.holdId === target &&
        event.captured === amount &&
        json.hold.id === target &&
        json.amount === amount &&
        entries.length === 1 &&
        entries[0]?.amount === -amount
      );
    default:
      return event.kind === 'void' && event.holdId === target && json.id === target && entries.length === 0;
  }
}

/** What an answer shows of the account, by the event of its transaction. */
function showsAccount(json: any, { balance, held, owed }: StoredHoldEvent): boolean {
  return json.held === held && json.available === Math.max(0, balance - held - owed);
}

function isReversed({ amount, target }: Operation, json: any, state: LedgerState): boolean {
  const [row, other] = state.reserved.reversals.filter(({ transactionId }) => transactionId === json.id);
  const entries = entriesOf(json.id, state);
  const moved = entries.reduce((sum, entry) => sum + Math.abs(entry.amount), 0);
  return (
    row !== undefined &&
    other === undefined &&
    row.originalId === target &&
    row.number === json.reverses.number &&
    row.asked === amount &&
    json.asked === amount &&
    Number(json.amount) + Number(json.owed) + Number(json.writtenOff) === amount &&
    row.taken === json.amount &&
    row.owed === json.owed &&
    moved === json.amount
  );
}

function entriesOf(id: string, { entries }: LedgerState) {
  return [...entries.values()].flat().filter(({ transactionId }) => transactionId === id);
}
