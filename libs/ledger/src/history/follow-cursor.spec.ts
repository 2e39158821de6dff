import fc from 'fast-check';
import { CursorError, decodeCursor, encodeCursor, firstCursor } from './follow-cursor.js';

const shards = [0, 1, 2, 3];
const places = fc.array(fc.oneof(fc.nat(300), fc.maxSafeNat()), { minLength: 4, maxLength: 4 });

it('decodes what it encoded, whatever the order of the shards', () => {
  fc.assert(
    fc.property(places, (given) => {
      const cursor = new Map(shards.map((shard) => [shard, given[shard]!]));
      const text = encodeCursor(new Map([...cursor].reverse()));
      expect(text).toMatch(/^[A-Za-z0-9_-]+$/);
      expect(decodeCursor(text, [3, 1, 0, 2])).toEqual(cursor);
    }),
  );
});

it.each([
  ['nothing', ''],
  ['another word', 'beginning'],
  ['a cursor of fewer shards', encodeCursor(firstCursor([0, 1]))],
  ['a cursor of more shards', encodeCursor(firstCursor([0, 1, 2, 3, 4]))],
  ['another format', Buffer.from([2, 0, 0, 0, 0]).toString('base64url')],
  ['an overlong place', Buffer.from([1, 0x80, 0, 0, 0, 0]).toString('base64url')],
  ['a truncated place', Buffer.from([1, 0, 0, 0, 0x80]).toString('base64url')],
  ['a place that is too large', Buffer.from([1, 0, 0, 0, ...Array(30).fill(0xff), 1]).toString('base64url')],
  ['other characters', `${encodeCursor(firstCursor(shards))}=`],
  ['non-zero padding bits', encodeCursor(firstCursor(shards)).replace(/.$/, 'B')],
])('rejects %s', (_what, text) => {
  expect(() => decodeCursor(text, shards)).toThrow(CursorError);
});
