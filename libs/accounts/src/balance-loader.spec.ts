import { BalanceLoader } from './balance-loader.js';

/** A store whose reads end when the test says so. */
function store(values: Record<string, number>) {
  const statements: { keys: readonly string[]; end: () => void; fail: () => void }[] = [];
  const loader = new BalanceLoader<number>(
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
  return { loader, statements };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

it('reads at once while no statement runs', () => {
  const { loader, statements } = store({ a: 1 });
  void loader.get('a');
  expect(statements.map(({ keys }) => keys)).toEqual([['a']]);
});

it('batches the keys that are asked for while two statements run, each key once', async () => {
  const { loader, statements } = store({ a: 1, b: 2, c: 3 });
  const answers = ['a', 'b', 'c', 'd', 'c'].map((key) => loader.get(key));
  expect(statements.map(({ keys }) => keys)).toEqual([['a'], ['b']]);

  statements[0]?.end();
  await turn();
  expect(statements[2]?.keys).toEqual(['c', 'd']);
  statements[1]?.end();
  statements[2]?.end();
  expect(await Promise.all(answers)).toEqual([1, 2, 3, undefined, 3]);
});

it('never joins a statement that started before the read', async () => {
  const values: Record<string, number> = { a: 1 };
  const { loader, statements } = store(values);
  void loader.get('a');
  void loader.get('b');
  const later = loader.get('a');
  statements[0]?.end();
  await turn();
  values['a'] = 2;
  statements[2]?.end();
  expect(await later).toBe(2);
});

it('rejects the callers of the statement that failed, and goes on', async () => {
  const { loader, statements } = store({ a: 1, b: 2, c: 3 });
  const [first, second, third] = ['a', 'b', 'c'].map((key) => loader.get(key));
  statements[0]?.fail();
  await expect(first).rejects.toThrow('the connection is gone');
  await turn();
  statements[1]?.end();
  statements[2]?.end();
  expect(await Promise.all([second, third])).toEqual([2, 3]);
});
