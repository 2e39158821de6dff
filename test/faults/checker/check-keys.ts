import type { LoggedAnswer } from './answer.js';
import type { Findings } from './findings.js';
import type { LedgerState } from './ledger-state.js';
import type { KeyLog, OperationLog } from './operation-log.js';
import type { Operation } from './operations.js';
import { type ReservedFigures, reservedFiguresOf } from './reserved-figures.js';
import { checkReservedAnswer } from './check-reserved-answers.js';

/** Compares the answers to every key with the effects in the ledger under that key. */
export function checkKeys(
  log: OperationLog,
  state: LedgerState,
  findings: Findings,
  foreignKeys?: RegExp,
): void {
  const balances = balancesEverSeen(state);
  const reserved = reservedFiguresOf(state.reserved);
  for (const key of log.keys.values()) {
    checkEffects(key, state, findings);
    for (const request of key.requests) {
      checkAnswers(key, request, findings);
      for (const answer of key.decisionsOn(request))
        checkBalance(request, answer, { state, balances, reserved, findings });
    }
  }
  checkPayments(log, findings);
  for (const [name, transactions] of state.transactions) {
    const key = name.slice(name.indexOf('/') + 1);
    if (log.keys.has(key) || foreignKeys?.test(key)) continue;
    findings.add(
      'refusedWithEffect',
      `no caller requested transaction ${transactions[0]?.id ?? ''} of key ${key}`,
    );
  }
}

/** Of the keys that present one receipt, at most one was acknowledged. */
function checkPayments(log: OperationLog, findings: Findings): void {
  const credited = new Map<string, string>();
  for (const key of log.keys.values()) {
    for (const request of key.requests) {
      if (request.payment === undefined || !key.decisionsOn(request).some(({ kind }) => kind === 'ok'))
        continue;
      const other = credited.get(request.payment);
      credited.set(request.payment, key.key);
      if (other !== undefined && other !== key.key) {
        findings.add(
          'appliedTwice',
          `the payment ${request.payment} was credited under ${other} and ${key.key}`,
        );
      }
    }
  }
}

/** At most one effect per key: exactly one if it was acknowledged, none if it was refused. */
function checkEffects(key: KeyLog, state: LedgerState, findings: Findings): void {
  const effects = state.transactions.get(`${key.userId}/${key.key}`) ?? [];
  const acknowledged = key.answers.filter(({ kind }) => kind === 'ok');
  const refused = key.answers.filter(({ kind }) => kind === 'refused' || kind === 'absent');
  if (effects.length > 1) findings.add('appliedTwice', `${key.key} has ${effects.length} transactions`);
  if (effects.length > 0 && refused.length > 0 && acknowledged.length === 0) {
    findings.add('refusedWithEffect', `${key.key} was refused, and has transaction ${effects[0]?.id ?? ''}`);
  }
  for (const id of new Set(acknowledged.map(({ json }) => String(json.id)))) {
    // The answer to a void names the hold.
    if (key.requests.some(({ flow }) => flow === 'void')) {
      if (effects.length === 0)
        findings.add('acknowledgedMissing', `${key.key} was acknowledged, and is not there`);
      continue;
    }
    if (!effects.some((effect) => effect.id === id)) {
      findings.add('acknowledgedMissing', `${key.key} was acknowledged as ${id}, which does not exist`);
    }
  }
}

/** All answers to a request are byte-identical, and of two requests under one key only one was decided. */
function checkAnswers(key: KeyLog, request: Operation, findings: Findings): void {
  const answers = key.decisionsOn(request);
  const different = new Set(answers.map(({ status, text }) => `${status} ${text}`));
  if (different.size > 1) findings.add('divergingAnswers', `${key.key}: ${[...different].join(' | ')}`);

  const others = key.requests.filter((other) => other !== request).flatMap((other) => key.decisionsOn(other));
  if (answers.some(isVerdict) && others.some(isVerdict)) {
    findings.add('divergingAnswers', `${key.key} was decided for two different requests`);
  }
}

const nothingYet: ReadonlySet<number> = new Set([0]);

interface Known {
  state: LedgerState;
  /** By account. */
  balances: Map<string, Set<number>>;
  reserved: Map<string, ReservedFigures>;
  findings: Findings;
}

/** An answer shows the figures of the ledger at that version; a refusal shows a balance that existed. */
function checkBalance(operation: Operation, answer: LoggedAnswer, known: Known): void {
  const { userId, asset, flow, amount, key } = operation;
  const { kind, json } = answer;
  const { state, balances, reserved, findings } = known;
  const account = `${userId}/${asset}`;
  const isOfReserved = ['authorise', 'capture', 'void', 'reverse'].includes(flow);
  if (isOfReserved) checkReservedAnswer(operation, answer, state, findings);
  if (kind === 'ok' && !isOfReserved) {
    const side = json.entries.find((entry: { kind: string }) => entry.kind === 'user');
    const entry = state.entries.get(account)?.[side.version - 1];
    const signed = flow === 'spend' ? -amount : amount;
    const isRight =
      json.type === flow &&
      json.amount === amount &&
      json.balance === side.balanceAfter &&
      entry?.version === side.version &&
      entry?.transactionId === json.id &&
      entry?.balanceAfter === json.balance &&
      entry?.amount === signed &&
      entry?.createdAt.toISOString() === json.createdAt;
    if (!isRight) {
      findings.add(
        'wrongBalances',
        `${key} was told ${JSON.stringify(json)}, the ledger has ${JSON.stringify(entry)}`,
      );
    }
  }
  if (kind === 'refused' && json.code === 'insufficient-funds') {
    const isRight =
      json.required === amount &&
      json.available < amount &&
      isAvailable(json, reserved.get(account)) &&
      (balances.get(account) ?? nothingYet).has(json.balance);
    if (!isRight) {
      findings.add(
        'wrongBalances',
        `${key} was refused with ${JSON.stringify(json)}, and ${account} never had these figures`,
      );
    }
  }
}

/** The figures of a refusal fit what was held and owed on the account at some time. */
function isAvailable(
  { available, balance, held }: { available: number; balance: number; held: number },
  figures: ReservedFigures | undefined,
): boolean {
  if (held !== 0 && !figures?.held.has(held)) return false;
  return [0, ...(figures?.owed ?? [])].some((owed) => available === Math.max(0, balance - held - owed));
}

function balancesEverSeen({ entries }: LedgerState): Map<string, Set<number>> {
  return new Map(
    [...entries].map(([account, all]) => [
      account,
      new Set([0, ...all.map(({ balanceAfter }) => balanceAfter)]),
    ]),
  );
}

function isVerdict({ kind }: LoggedAnswer): boolean {
  return kind === 'ok' || kind === 'refused';
}
