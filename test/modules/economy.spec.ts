import { Economy, EconomyModule } from '@app/economy';
import { type OpenModule, openModuleOnLedger } from './support/open-module.js';

let economy: OpenModule;
beforeAll(async () => {
  economy = await openModuleOnLedger([], EconomyModule);
});
afterAll(() => economy.close());

it('reports on an empty ledger', async () => {
  expect(await economy.get(Economy).overview()).toMatchObject({ supply: [] });
});
