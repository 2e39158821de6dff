import { hash } from 'node:crypto';
import { KeyLookups, KeyLookupsFullError, KeyLookupStalledError, nameOf } from './key-lookups.js';

const hashOf = (key: string) => hash('sha256', key, 'buffer');

/** Look-ups whose statements end on demand. */
function lookups(timeoutMs?: number) {
  const statements: { hashes: Buffer[]; answer: (valid?: string[]) => void; fail: (error: Error) => void }[] =
    [];
  const read = (hashes: Buffer[]) =>
    new Promise<ReadonlyMap<string, string>>((resolve, reject) => {
      const answer = (valid: string[] = []) => {
        resolve(new Map(valid.map((key) => [nameOf(hashOf(key)), key])));
      };
      statements.push({ hashes, answer, fail: reject });
    });
  const all = new KeyLookups<string>(read, timeoutMs);
  const find = (key: string, wasValid = false) => all.find(hashOf(key), { wasValid });
  return { find, statements };
}

it('runs one statement at a time, however many keys are invalid', async () => {
  const { find, statements } = lookups();
  const first = find('first');
  const storm = Array.from({ length: 1_000 }, (_, index) => find(`invalid-${index}`));
  const honest = find('honest');
  expect(statements).toHaveLength(1);
  statements[0]!.answer();
  expect(await first).toBeUndefined();

  await new Promise(setImmediate);
  expect(statements).toHaveLength(2);
  expect(statements[1]!.hashes).toHaveLength(1_001);
  statements[1]!.answer(['honest']);
  expect(await honest).toBe('honest');
  expect(new Set(await Promise.all(storm))).toEqual(new Set([undefined]));
});

it('looks up a key once for concurrent callers', async () => {
  const { find, statements } = lookups();
  void find('first');
  const same = [find('same'), find('same')];
  statements[0]!.answer();
  await new Promise(setImmediate);
  expect(statements[1]!.hashes).toHaveLength(1);
  statements[1]!.answer(['same']);
  expect(await Promise.all(same)).toEqual(['same', 'same']);
});

it('rejects unknown keys beyond its capacity, but never a recently valid key', async () => {
  const { find, statements } = lookups();
  void find('first');
  for (let index = 0; index < 2_000; index++) void find(`invalid-${index}`);
  await expect(find('one too many')).rejects.toBeInstanceOf(KeyLookupsFullError);
  const known = find('known', true);
  statements[0]!.answer();
  await new Promise(setImmediate);
  statements[1]!.answer(['known']);
  expect(await known).toBe('known');
});

it('rejects every caller when the database fails, and recovers', async () => {
  const { find, statements } = lookups();
  const failed = find('a');
  statements[0]!.fail(new Error('the database is down'));
  await expect(failed).rejects.toThrow('down');
  const next = find('b');
  await new Promise(setImmediate);
  statements[1]!.answer(['b']);
  expect(await next).toBe('b');
});

it('abandons a stalled statement and looks up the keys behind it', async () => {
  const { find, statements } = lookups(20);
  const stalled = find('stalled');
  const next = find('next');
  await expect(stalled).rejects.toBeInstanceOf(KeyLookupStalledError);
  await new Promise(setImmediate);
  statements[1]!.answer(['next']);
  expect(await next).toBe('next');
  // A late error has no effect.
  statements[0]!.fail(new Error('Connection terminated'));
});
