import type { Capability } from './capability.js';
import { CapabilityRegistry } from './capability-registry.js';
import { ledgerCapability } from './ledger-capability.js';

const rule = { name: 'bet', routes: () => [], session: () => ({}) as never };
const invariant = { name: 'bets-pay', sql: '' };
const effect = { name: 'bet', write: () => Promise.resolve(), texts: () => [], invariant };

const flow = { name: 'winnings', types: ['payout'], sql: '' };

const bets: Capability = {
  name: 'bets',
  transactionTypes: { bet: 'keyed', payout: 'keyless' },
  systemAccounts: ['bank', { prefix: 'table:' }],
  refusals: { 'bank-closed': 'open' },
  rules: [rule],
  accountRules: [{ name: 'house-edge', session: () => ({ checks: [] }) }],
  effects: [effect],
  economyFlows: [flow],
  placedTables: ['bets'],
};

const none: Capability = { name: 'another', refusals: {} };

it.each<[what: string, another: Partial<Capability>]>([
  ['transaction type bet', { transactionTypes: { bet: 'keyed' } }],
  ['system account bank', { systemAccounts: ['bank'] }],
  ['system account table:', { systemAccounts: [{ prefix: 'table:' }] }],
  ['refusal bank-closed', { refusals: { 'bank-closed': 'final' } }],
  ['rule bet', { rules: [rule] }],
  ['account rule house-edge', { accountRules: bets.accountRules! }],
  ['effect bet', { effects: [effect] }],
  ['invariant bets-pay', { invariants: [invariant] }],
  ['economy flow winnings', { economyFlows: [flow] }],
  ['table of places bets', { placedTables: ['bets'] }],
])('rejects two capabilities that claim the %s', (what, claim) => {
  const create = () => new CapabilityRegistry([bets, { ...none, ...claim }]);
  expect(create).toThrow(`The capabilities bets and another both claim the ${what}.`);
});

it('rejects a name that the ledger itself registers', () => {
  expect(
    () => new CapabilityRegistry([ledgerCapability, { ...none, transactionTypes: { spend: 'keyed' } }]),
  ).toThrow('The capabilities ledger and another both claim the transaction type spend.');
});

describe('with the ledger and bets', () => {
  const registry = new CapabilityRegistry([ledgerCapability, bets]);

  it('lists types and system accounts in the order of registration', () => {
    expect(registry.transactionTypes).toEqual(['topup', 'bonus', 'spend', 'bet', 'payout']);
    expect(registry.systemAccounts).toEqual(['treasury', 'promotions', 'revenue', 'bank']);
  });

  it('recognises the members of a family of system accounts', () => {
    const known = ['bank', 'table:7', 'treasury', 'table', 'vault'].map((id) => registry.isSystemAccount(id));
    expect(known).toEqual([true, true, true, false, false]);
  });

  it('distinguishes keyed from keyless types, and final from open refusals', () => {
    expect([registry.isKeyed('bet'), registry.isKeyed('payout')]).toEqual([true, false]);
    expect([registry.isFinal('insufficient-funds'), registry.isFinal('bank-closed')]).toEqual([true, false]);
  });

  it('checks the places of all registered tables together', () => {
    const places = registry.invariants.find(({ name }) => name === 'places-gapless');
    expect(places?.sql).toContain('FROM transactions');
    expect(places?.sql).toContain('FROM bets');
    expect(registry.invariants).toContain(invariant);
  });

  it('throws for an unregistered name', () => {
    expect(() => registry.isKeyed('bribe')).toThrow(
      'No capability has registered the transaction type bribe.',
    );
  });
});
