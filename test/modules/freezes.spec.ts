import { FreezesModule, freezingCapability, WalletFreezes } from '@app/freezes';
import { type OpenModule, openModuleOnLedger } from './support/open-module.js';

let freezes: OpenModule;
beforeAll(async () => {
  freezes = await openModuleOnLedger([freezingCapability], FreezesModule);
});
afterAll(() => freezes.close());

it('does not freeze an unknown user', async () => {
  const request = { userId: 'alice', reason: 'a test', by: 'test' };
  expect(await freezes.get(WalletFreezes).freeze(request)).toBe(false);
  expect(await freezes.get(WalletFreezes).current('alice')).toBeUndefined();
});
