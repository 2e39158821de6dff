import { MessageSplitter, statementOf } from './messages.js';

const message = (type: string, body: string): Buffer => {
  const text = Buffer.from(`${body}\0`);
  const head = Buffer.alloc(type.length + 4);
  head.write(type);
  head.writeUInt32BE(4 + text.length, type.length);
  return Buffer.concat([head, text]);
};

it('finds the same messages however the bytes are split', () => {
  const bytes = Buffer.concat([message('', 'startup'), message('Q', 'BEGIN'), message('Q', 'COMMIT')]);
  for (const size of [1, 3, bytes.length]) {
    const splitter = new MessageSplitter('frontend');
    const found = [];
    for (let at = 0; at < bytes.length; at += size)
      found.push(...splitter.push(bytes.subarray(at, at + size)));
    expect(found.map(({ type }) => type)).toEqual(['Startup', 'Q', 'Q']);
    expect(found.map((one) => statementOf(one)?.sql)).toEqual([undefined, 'BEGIN', 'COMMIT']);
    expect(Buffer.concat(found.map((one) => one.bytes))).toEqual(bytes);
  }
});
