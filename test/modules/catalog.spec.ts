import { AccountsModule, Assets } from '@app/accounts';
import { catalogCapability, CatalogModule, ConversionRates, Items, Tasks } from '@app/catalog';
import { CapabilityRegistry } from '@app/ledger';
import { type OpenModule, openModule, openModuleOnLedger } from './support/open-module.js';

let catalog: OpenModule;
afterEach(() => catalog.close());

it('stores items, tasks and rates with nothing but connections', async () => {
  catalog = await openModule(CatalogModule, AccountsModule);
  await catalog.get(Assets).create({ code: 'GOLD', name: 'Gold' }, 'operator');
  const sword = { code: 'sword', name: 'Sword', asset: 'GOLD', price: 5 };
  await catalog.get(Items).create(sword, 'operator');
  expect(await catalog.get(Items).find('sword')).toMatchObject(sword);
  expect(await catalog.get(Tasks).find('walk')).toBeUndefined();
  expect(await catalog.get(ConversionRates).list()).toEqual([]);
});

it('registers with the ledger', async () => {
  catalog = await openModuleOnLedger([catalogCapability], CatalogModule);
  expect(catalog.get(CapabilityRegistry).isKeyed('purchase')).toBe(true);
});
