import { networkOf } from './network-of.js';

it.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::6', '2001:db8:1:2::/64'],
  ['2001:db8::6', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['1::2:3:4:5:6:7', '1:0:2:3::/64'],
  ['64:ff9b::192.0.2.1', '64:ff9b:0:0::/64'],
  ['1:2:3:4:5:6:192.0.2.1', '1:2:3:4::/64'],
])('counts %s under %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

it.each(['', 'unknown', 'mallory', '1.2.3', '1:2', '203.0.113.7, 10.0.0.1', '::ffff:999.1.1.1'])(
  'rejects "%s", which is not an address',
  (text) => {
    expect(networkOf(text)).toBeUndefined();
  },
);
