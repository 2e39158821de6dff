import { once } from 'node:events';
import { holdAccount } from '../../support/held-account.js';
import { type ContractService, startContractService } from '../support/contract-service.js';
import { expectNoHarm } from '../support/harmless.js';
import { asOwner } from '../support/owner.js';
import { expectProblem, type ProblemCode } from '../support/problem-codes.js';
import { authorization, openSocket, requestBytes, sendBytes } from '../support/raw-socket.js';

/** Requests that no client library would send: the bytes are written by hand. */
let service: ContractService;
beforeAll(async () => {
  service = await startContractService();
});

const post = [
  'POST /v1/wallets/mallory/GOLD/topup HTTP/1.1',
  'Content-Type: application/json',
  'Idempotency-Key: smuggled',
];
const body = '{"amount":5}';

describe('a malformed request', () => {
  expectNoHarm(() => service);

  it.each<[fault: string, code: ProblemCode, bytes: string | Buffer]>([
    [
      'two different lengths',
      'bad-request',
      requestBytes([...post, 'Content-Length: 12', 'Content-Length: 13'], body),
    ],
    ['two lengths in one header', 'bad-request', requestBytes([...post, 'Content-Length: 12, 12'], body)],
    [
      'a length and chunks',
      'bad-request',
      requestBytes([...post, 'Content-Length: 5', 'Transfer-Encoding: chunked'], '0\r\n\r\n'),
    ],
    [
      'chunks and a length',
      'bad-request',
      requestBytes([...post, 'Transfer-Encoding: chunked', 'Content-Length: 5'], '0\r\n\r\n'),
    ],
    ['a length that is not a number', 'bad-request', requestBytes([...post, 'Content-Length: 0x0c'], body)],
    ['a negative length', 'bad-request', requestBytes([...post, 'Content-Length: -1'], body)],
    ['an unknown transfer encoding', 'bad-request', requestBytes([...post, 'Transfer-Encoding: cow'], body)],
    [
      'a chunk size that is not a number',
      'bad-request',
      requestBytes([...post, 'Transfer-Encoding: chunked'], 'zz\r\n'),
    ],
    ['a bare CR in a header', 'bad-request', requestBytes(['GET /v1/assets HTTP/1.1', 'X-A: b\rX-B: c'])],
    ['a bare CR in the request line', 'bad-request', requestBytes(['GET /v1/assets\r HTTP/1.1'])],
    ['a bare LF in a header', 'bad-request', requestBytes(['GET /v1/assets HTTP/1.1', 'X-Request-Id: a\nb'])],
    ['NUL in a header', 'bad-request', requestBytes(['GET /v1/assets HTTP/1.1', 'X-A: b\0c'])],
    [
      'an escape code in a header',
      'bad-request',
      requestBytes(['GET /v1/assets HTTP/1.1', 'X-Request-Id: \x1b[31m']),
    ],
    ['an escape code in the address', 'bad-request', requestBytes(['GET /v1/\x1b[31m HTTP/1.1'])],
    ['raw UTF-8 in the address', 'bad-request', requestBytes(['GET /v1/wallets/\xc3\xa9 HTTP/1.1'])],
    ['a folded header', 'bad-request', requestBytes(['GET /v1/assets HTTP/1.1', 'X-A: b\r\n c'])],
    ['a space before the colon', 'bad-request', requestBytes(['GET /v1/assets HTTP/1.1', 'X-A : b'])],
    ['a header without a name', 'bad-request', requestBytes(['GET /v1/assets HTTP/1.1', ': b'])],
    ['an unknown method', 'bad-request', requestBytes(['BREW /v1/assets HTTP/1.1'])],
    ['HTTP/2 in plain words', 'bad-request', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['a TLS greeting', 'bad-request', Buffer.from('16030100c8010000c40303', 'hex')],
    ['no Host', 'bad-request', 'GET /v1/assets HTTP/1.1\r\nConnection: close\r\n\r\n'],
    ['two Hosts', 'bad-request', requestBytes(['GET /v1/assets HTTP/1.1', 'Host: wallet.example'])],
    ['the same Host twice', 'bad-request', requestBytes(['GET /v1/assets HTTP/1.1', 'HOST: wallet'])],
    ['two Hosts in HTTP/1.0', 'bad-request', requestBytes(['GET /v1/assets HTTP/1.0', 'host: wallet'])],
    [
      'an invalid Host',
      'bad-request',
      'GET /health/live HTTP/1.1\r\nHost: a b/c@d\r\nConnection: close\r\n\r\n',
    ],
    [
      'two Authorizations',
      'bad-request',
      requestBytes(['GET /v1/assets HTTP/1.1', 'Authorization: Bearer demo-game-key']),
    ],
    [
      'two Content-Types',
      'bad-request',
      requestBytes([...post, 'content-type: text/plain', `Content-Length: ${body.length}`], body),
    ],
    [
      'a header of 20 KB',
      'headers-too-large',
      requestBytes(['GET /v1/assets HTTP/1.1', `X-A: ${'a'.repeat(20_000)}`]),
    ],
    ['an address of 20 KB', 'headers-too-large', requestBytes([`GET /v1/${'a'.repeat(20_000)} HTTP/1.1`])],
    [
      '5000 headers',
      'headers-too-large',
      requestBytes(['GET / HTTP/1.1', ...Array<string>(5_000).fill('X-A: b')]),
    ],
    ['TRACE', 'route-not-found', requestBytes(['TRACE /v1/assets HTTP/1.1'])],
    ['OPTIONS *', 'route-not-found', requestBytes(['OPTIONS * HTTP/1.1'])],
    [
      'chunks over 16 KiB',
      'body-too-large',
      requestBytes(
        [...post, 'Transfer-Encoding: chunked'],
        `${`1000\r\n${' '.repeat(4_096)}\r\n`.repeat(5)}0\r\n\r\n`,
      ),
    ],
  ])('is rejected: %s (%s)', async (_fault, code, bytes) => {
    const answers = await sendBytes(service.url, bytes);
    expect(answers).toHaveLength(1);
    expectProblem(answers[0]!, code);
  });

  it('cannot smuggle in a second request by an ambiguous length', async () => {
    const inner = requestBytes([...post, `Content-Length: ${body.length}`], body);
    const answers = await sendBytes(
      service.url,
      requestBytes(
        ['POST /v1/assets HTTP/1.1', `Content-Length: ${inner.length}`, 'Transfer-Encoding: chunked'],
        `0\r\n\r\n${inner}`,
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([400]);
  });
});

describe('a valid request', () => {
  afterAll(() => service.audit());

  it('may be chunked', async () => {
    const [answer] = await sendBytes(
      service.url,
      requestBytes([...post, 'Transfer-Encoding: chunked'], '6\r\n{"amou\r\n6\r\nnt":5}\r\n0\r\n\r\n'),
    );
    expect(answer).toMatchObject({ status: 201, json: { amount: 5 } });
  });

  it('needs no Host in HTTP/1.0', async () => {
    const [answer] = await sendBytes(service.url, `GET /v1/assets HTTP/1.0\r\n${authorization}\r\n\r\n`);
    expect(answer).toMatchObject({ status: 200, json: { hasMore: false } });
  });

  it('is executed and answered even if garbage follows it', async () => {
    const lines = [
      'POST /v1/wallets/trent/GOLD/topup HTTP/1.1',
      ...post.slice(1),
      'Host: wallet',
      authorization,
    ];
    const request = [...lines, `Content-Length: ${body.length}`, '', body].join('\r\n');
    const answers = await sendBytes(service.url, `${request}rubbish\r\n\r\n`);
    expect(answers).toMatchObject([{ status: 201, json: { userId: 'trent', balance: 5 } }]);
    const { json } = await service.client.get('/v1/wallets/trent/GOLD');
    expect(json).toMatchObject({ balance: 5, version: 1 });
  });

  it('is answered even if garbage follows it on a reused connection', async () => {
    const path = '/v1/wallets/victor/GOLD/topup';
    await service.client.post(path, { amount: 5 });
    const held = await holdAccount(service.database, { userId: 'victor', asset: 'GOLD' });
    const socket = openSocket(service.url);
    let text = '';
    socket.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')));
    const lines = [`POST ${path} HTTP/1.1`, ...post.slice(1), 'Host: wallet', authorization];
    const topup = [...lines, `Content-Length: ${body.length}`, '', body].join('\r\n');
    socket.write(`GET /health/live HTTP/1.1\r\nHost: wallet\r\n\r\n${topup}`);

    await held.untilAwaited(1);
    const noticed = once(service.app.getHttpServer(), 'clientError');
    socket.write('rubbish\r\n\r\n');
    await noticed;
    await Promise.all([once(socket, 'close'), held.release()]);
    expect(text.match(/HTTP\/1\.1 .*(?=\r)/g)).toEqual(['HTTP/1.1 200 OK', 'HTTP/1.1 201 Created']);
  });

  it('is answered in order when pipelined', async () => {
    const one = (key: string) =>
      [
        'POST /v1/wallets/peggy/GOLD/topup HTTP/1.1',
        'Host: wallet',
        authorization,
        'Content-Type: application/json',
      ]
        .concat(`Idempotency-Key: ${key}`, `Content-Length: ${body.length}`)
        .concat(key === 'last' ? ['Connection: close'] : [])
        .concat('', body)
        .join('\r\n');
    const answers = await sendBytes(service.url, one('first') + one('second') + one('last'));
    expect(answers.map(({ json }) => json as unknown)).toMatchObject([
      { balance: 5 },
      { balance: 10 },
      { balance: 15 },
    ]);
  });
});

it('stores nothing for a rejected request', async () => {
  const rows = await asOwner(
    service.database,
    `SELECT user_id FROM idempotency_keys WHERE user_id = 'mallory' AND key <> 'smuggled'`,
  );
  expect(rows).toEqual([]);
});

afterAll(() => service.close());
