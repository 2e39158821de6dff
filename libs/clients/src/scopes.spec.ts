import { ScopeRegistry } from './scopes.js';

const scopes = new ScopeRegistry({
  read: { allows: 'reads' },
  credit: { allows: 'credits' },
  spend: { allows: 'spends' },
  write: { allows: 'both', includes: ['credit', 'spend'] },
  admin: { allows: 'everything', includes: 'everything' },
});

it('grants a scope and what it includes', () => {
  expect([...scopes.expand(['read'])]).toEqual(['read']);
  expect([...scopes.expand(['write'])].sort()).toEqual(['credit', 'spend', 'write']);
  expect([...scopes.expand(['credit', 'read'])].sort()).toEqual(['credit', 'read']);
});

it('grants every registered scope to one that includes everything', () => {
  expect([...scopes.expand(['admin'])].sort()).toEqual([...scopes.names].sort());
});

it('grants nothing for an unregistered name', () => {
  expect([...scopes.expand(['reverse', 'constructor', 'read'])]).toEqual(['read']);
  expect(scopes.has('reverse')).toBe(false);
  expect(scopes.has('constructor')).toBe(false);
});

it('rejects a scope that includes an unregistered one', () => {
  expect(() => new ScopeRegistry({ write: { allows: 'both', includes: ['credit'] } })).toThrow(
    'The scope write includes the unregistered scope credit',
  );
});
