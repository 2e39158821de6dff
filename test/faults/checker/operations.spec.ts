import { OperationLog } from './operation-log.js';
import { type Operation, operationsOf } from './operations.js';

const take = (seed: number, count: number): Operation[] => {
  const operations = operationsOf({ seed, users: 20 });
  return Array.from({ length: count }, () => operations.next().value);
};

it('generates the same operations for the same seed only', () => {
  expect(take(7, 500)).toEqual(take(7, 500));
  expect(take(8, 500)).not.toEqual(take(7, 500));
});

it('includes simultaneous copies, later copies, and keys reused for another amount', () => {
  const operations = take(1, 2_000);
  const amounts = new Map<string, number[]>();
  for (const { key, amount } of operations) amounts.set(key, [...(amounts.get(key) ?? []), amount]);
  const later = [...amounts.values()].filter((all) => all.length > 1);
  expect(operations.some(({ copies }) => copies === 2)).toBe(true);
  expect(later.some((all) => new Set(all).size === 1)).toBe(true);
  expect(later.some((all) => new Set(all).size === 2)).toBe(true);
});

it('authorises, captures, voids and reverses what was acknowledged', () => {
  const log = new OperationLog();
  const operations = operationsOf({ seed: 3, users: 20, lives: true }, log.known);
  const all = Array.from({ length: 2_000 }, () => {
    const operation = operations.next().value;
    const json = { id: `id-${operation.index}` };
    const answer = { kind: 'ok' as const, status: 201, code: 'created', replayed: false, text: '', json };
    log.answered(log.sending(operation), answer);
    return operation;
  });
  const flows = new Set(all.map(({ flow }) => flow));
  expect(flows).toEqual(new Set(['topup', 'bonus', 'spend', 'authorise', 'capture', 'void', 'reverse']));
  const targets = all.flatMap(({ target }) => target ?? []);
  expect(targets.some((target) => target.startsWith('id-'))).toBe(true);
  expect(targets.some((target) => target.startsWith('00000000-'))).toBe(true);
  expect(all.some(({ userId, flow }) => userId.includes('quiet') && flow === 'capture')).toBe(true);
});
