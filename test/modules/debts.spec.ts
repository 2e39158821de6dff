import { Assets, AccountsModule } from '@app/accounts';
import { catalogCapability } from '@app/catalog';
import { Debts, debtsCapability, DebtsModule } from '@app/debts';
import { Journal, postingByRule } from '@app/ledger';
import { operationsCapability } from '@app/operations';
import { type Part, reversalRule, reversalsCapability, whole } from '@app/reversals';
import { keyOf, spend, topup } from '../support/postings.js';
import { type OpenModule, openModuleOnLedger } from './support/open-module.js';

let debts: OpenModule;
beforeAll(async () => {
  const capabilities = [operationsCapability, catalogCapability, reversalsCapability, debtsCapability];
  debts = await openModuleOnLedger(capabilities, DebtsModule, AccountsModule);
  await debts.get(Assets).create({ code: 'GOLD', name: 'Gold' }, 'operator');
});
afterAll(() => debts.close());

it('lists who owes', async () => {
  const journal = debts.get(Journal);
  const outcome = await journal.post(topup('alice', 5), keyOf());
  if ('refusal' in outcome) throw new Error(outcome.refusal.code);
  await journal.post(spend('alice', 5), keyOf());
  expect(await debts.get(Debts).debtors({ asset: 'GOLD', limit: 2 })).toEqual([]);
  const { legs } = topup('alice', 5) as { legs: Part['legs'] };
  const asked = {
    kind: 'reversal' as const,
    originalId: outcome.transaction.id,
    parts: [{ operation: whole, type: 'topup', asset: 'GOLD', amount: 5, legs }],
    extent: { kind: 'rest' as const },
    cause: 'fraud' as const,
  };
  const details = { type: 'reversal', userId: 'alice', reference: null, description: null, metadata: {} };
  await journal.post(postingByRule(reversalRule, asked, { ...details, initiator: 'house' }), keyOf());
  expect(await debts.get(Debts).debtors({ asset: 'GOLD', limit: 2 })).toEqual(['alice']);
});
