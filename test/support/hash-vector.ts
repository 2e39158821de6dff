import type { HashedEntry, HashedTransaction } from '../../libs/ledger/src/chain/transaction-digest.js';

/** The example of docs/hash-format.md: a transaction, the bytes that are hashed, and the hashes. */
export const testVector = {
  transaction: {
    shard: 3,
    place: 258,
    id: '11121314-1516-7718-991a-1b1c1d1e1f20',
    createdAt: new Date('2026-01-01T00:00:00.001Z'),
    salt: Buffer.alloc(16, 0x5a),
    texts: {
      type: 'spend',
      userId: 'alice',
      actor: 'client:game',
      reference: 'é',
      description: null,
      clientId: 'game',
      idempotencyKey: 'order-17',
      metadata: '{"item":1e+21}',
    },
    entries: [
      {
        leg: 0,
        accountId: '01020304-0506-7708-890a-0b0c0d0e0f10',
        version: 42,
        amount: -30,
        balanceAfter: 70n,
        createdAt: new Date('2026-01-01T00:00:00.001Z'),
      },
      {
        leg: 0,
        accountId: '21222324-2526-7728-a92a-2b2c2d2e2f30',
        version: 9000,
        amount: 30,
        balanceAfter: 2n ** 63n,
        createdAt: new Date('2026-01-01T00:00:00.001Z'),
      },
    ] as [HashedEntry, HashedEntry],
    effectsDigest: null,
  } satisfies HashedTransaction,
  previousHashes: ['aa'.repeat(32), 'bb'.repeat(32)],
  textsHash: 'e170b0cb510579ff2721ae5c25a239504f72ba8e62df85b9c6f3872e2dd602fd',
  digest: 'e04c83582142640a5c215244678a2d4003148dd405e407fbde62f14b4502f947',
  hashes: [
    'd7218d6bba39e3624a78ca630f9fae84ddcf46b84e8003b725993c5628f9cf6e',
    '021dec7da9c4a84793a2b1e5aef7c5f9b82ae83860bf2e6592534d8525276fe6',
  ],
};

const text = (value: string) => {
  const bytes = Buffer.from(value);
  return bytes.length.toString(16).padStart(8, '0') + bytes.toString('hex');
};

/** Assembled by hand from docs/hash-format.md, in hexadecimal. */
export const vectorBytes = {
  texts: [
    '5a'.repeat(16),
    text('spend'),
    text('alice'),
    text('client:game'),
    '00000002c3a9',
    'ffffffff',
    text('game'),
    text('order-17'),
    text('{"item":1e+21}'),
  ].join(''),
  get transaction(): string {
    return [
      '02',
      '0003',
      '0000000000000102',
      '1112131415167718991a1b1c1d1e1f20',
      // 1 767 225 600 001 000 microseconds.
      '00064748462043e8',
      testVector.textsHash,
      // Two entries: 50 bytes, and 73 for a balance beyond eight bytes.
      '0000007b',
      '0000',
      '0102030405067708890a0b0c0d0e0f10',
      '000000000000002a',
      'ffffffffffffffe2',
      '0000000000000046',
      '00064748462043e8',
      '0000',
      '2122232425267728a92a2b2c2d2e2f30',
      '0000000000002328',
      '000000000000001e',
      `8000000000000000${text('9223372036854775808')}`,
      '00064748462043e8',
      'ffffffff',
    ].join('');
  },
};
