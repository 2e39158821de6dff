import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { canonicalJson, fingerprint } from './fingerprint.js';

describe('canonicalJson', () => {
  it('sorts members at every level and omits white space', () => {
    expect(canonicalJson({ b: [1, { d: null, c: true }], a: 'x' })).toBe(
      '{"a":"x","b":[1,{"c":true,"d":null}]}',
    );
  });

  it('sorts by UTF-16 code units, even names that look like numbers', () => {
    expect(canonicalJson({ '10': 1, '9': 2, a: 3, B: 4, '€': 5 })).toBe('{"10":1,"9":2,"B":4,"a":3,"€":5}');
  });

  it('does not depend on the order of members, and preserves the value', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 6 }), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe('fingerprint', () => {
  const request = { method: 'POST', path: '/v1/wallets/alice/GOLD/spend', body: { amount: 5 } };

  it('is 32 bytes and the same for the same request', () => {
    expect(fingerprint(request)).toHaveLength(32);
    expect(fingerprint({ ...request, body: { amount: 5 } })).toEqual(fingerprint(request));
  });

  it('does not depend on If-Match where it is not sent', () => {
    expect(fingerprint({ ...request, ifMatch: undefined })).toEqual(fingerprint(request));
    expect(fingerprint(request).toString('hex')).toBe(
      createHash('sha256').update('POST\n/v1/wallets/alice/GOLD/spend\n{"amount":5}').digest('hex'),
    );
  });

  it('differs between two tags of If-Match', () => {
    const one = { ...request, ifMatch: '"2-70"' };
    expect(fingerprint({ ...one, ifMatch: '"3-70"' })).not.toEqual(fingerprint(one));
  });

  it.each([
    ['method', { method: 'PUT' }],
    ['path', { path: '/v1/wallets/alice/GOLD/topup' }],
    ['amount', { body: { amount: 6 } }],
    ['a further member', { body: { amount: 5, reference: 'x' } }],
    ['the type of a member', { body: { amount: '5' } }],
    ['If-Match', { ifMatch: '"2-70"' }],
  ])('differs when the %s differs', (_what, change) => {
    expect(fingerprint({ ...request, ...change })).not.toEqual(fingerprint(request));
  });
});
