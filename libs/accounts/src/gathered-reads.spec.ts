import { GatheredReads } from './gathered-reads.js';

/** A store whose reads end when the test says so. */
function store(values: Record<string, number>) {
  const statements: { keys: readonly string[]; end: () => void; fail: () => void }[] = [];
  const reads = new GatheredReads<number>(
    (keys) =>
      new Promise((resolve, reject) => {
        statements.push({
          keys,
          end: () => {
            resolve(new Map(keys.flatMap((key) => (key in values ? [[key, values[key] as number]] : []))));
          },
          fail: () => {
            reject(new Error('the connection is gone'));
          },
        });
      }),
  );
  return { reads, statements };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

it('reads at once while nothing is under way', () => {
  const { reads, statements } = store({ a: 1 });
  void reads.get('a');
  expect(statements.map(({ keys }) => keys)).toEqual([['a']]);
});

it('gathers what is asked while two statements are under way, each key once', async () => {
  const { reads, statements } = store({ a: 1, b: 2, c: 3 });
  const answers = ['a', 'b', 'c', 'd', 'c'].map((key) => reads.get(key));
  expect(statements.map(({ keys }) => keys)).toEqual([['a'], ['b']]);

  statements[0]?.end();
  await turn();
  expect(statements[2]?.keys).toEqual(['c', 'd']);
  statements[1]?.end();
  statements[2]?.end();
  expect(await Promise.all(answers)).toEqual([1, 2, 3, undefined, 3]);
});

it('never answers from a statement that began before the question', async () => {
  const values: Record<string, number> = { a: 1 };
  const { reads, statements } = store(values);
  void reads.get('a');
  void reads.get('b');
  const later = reads.get('a');
  statements[0]?.end();
  await turn();
  values['a'] = 2;
  statements[2]?.end();
  expect(await later).toBe(2);
});

it('tells a failure to those whose statement it was, and goes on', async () => {
  const { reads, statements } = store({ a: 1, b: 2, c: 3 });
  const [first, second, third] = ['a', 'b', 'c'].map((key) => reads.get(key));
  statements[0]?.fail();
  await expect(first).rejects.toThrow('the connection is gone');
  await turn();
  statements[1]?.end();
  statements[2]?.end();
  expect(await Promise.all([second, third])).toEqual([2, 3]);
});
