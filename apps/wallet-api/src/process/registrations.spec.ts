import { type AppCapability, appCapability } from '../capabilities/app-capability.js';
import { capabilities } from './capabilities.js';
import { ledgerCapabilitiesOf, problemsOf, reservedMetadataOf, scopesOf } from './registrations.js';

class Nothing {}

const described = { status: 422, title: 'It rains', explanation: 'There is no play in the rain.' };

function capability(name: string, parts: Partial<AppCapability> = {}): AppCapability {
  return appCapability({ name, module: Nothing, ...parts, ledger: undefined });
}

it('registers the capabilities of the app', () => {
  expect(ledgerCapabilitiesOf(capabilities).map(({ name }) => name)).toEqual([
    'payments',
    'holds',
    'users',
    'catalogue',
    'operations',
    'adjustments',
    'reversals',
    'debts',
    'freezing',
  ]);
  expect(scopesOf(capabilities).has('catalog:write')).toBe(true);
  expect(problemsOf(capabilities).codes).toContain('item-retired');
});

it('refuses two capabilities that define the same problem', () => {
  const both = [
    capability('rain', { problems: { 'too-wet': described } }),
    capability('snow', { problems: { 'too-wet': described } }),
  ];
  expect(() => problemsOf(both)).toThrow('The capabilities rain and snow both define the problem too-wet.');
});

it('refuses a capability that redefines a problem of every request', () => {
  const rain = capability('rain', { problems: { forbidden: described } });
  expect(() => problemsOf([rain])).toThrow('both define the problem forbidden');
});

it('refuses two capabilities that define the same scope', () => {
  const both = [
    capability('rain', { scopes: { 'weather:make': { allows: 'make rain' } } }),
    capability('snow', { scopes: { 'weather:make': { allows: 'make snow' } } }),
  ];
  expect(() => scopesOf(both)).toThrow('The capabilities rain and snow both define the scope weather:make.');
  const rain = capability('rain', { scopes: { admin: { allows: 'make rain' } } });
  expect(() => scopesOf([rain])).toThrow('both define the scope admin');
});

it('finds the first reserved member of metadata, and names its writer', () => {
  const reserved = reservedMetadataOf([
    capability('rain', { reservedMetadata: { members: ['drops'], writer: 'the cloud' } }),
    capability('snow', { reservedMetadata: { members: ['flakes'], writer: 'the frost' } }),
  ]);
  expect(reserved.faultOf({ flakes: 3 })).toBe(
    'must not have the member flakes from a player: the frost writes it',
  );
  expect(reserved.faultOf({ toString: 1 })).toBeUndefined();
});
