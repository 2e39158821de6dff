import { once } from 'node:events';
import { describeBehindNginx, type Nginx, startNginx } from '../../support/nginx.js';
import { type ContractService, startContractService } from '../support/contract-service.js';
import { expectNoHarm } from '../support/harmless.js';
import { expectProblem, type ProblemCode } from '../support/problem-codes.js';
import { authorization, openSocket, sendThenRead } from '../support/raw-socket.js';

/** Clients that send too much and read the answer only afterwards. */
let service: ContractService;
beforeAll(async () => {
  service = await startContractService();
});
expectNoHarm(() => service);
afterAll(() => service.close());

const mebibyte = 1024 * 1024;
const piece = Buffer.alloc(16 * 1024, ' ');
const chunk = Buffer.concat([Buffer.from('4000\r\n'), piece, Buffer.from('\r\n')]);

interface Framing {
  header: string;
  body: (bytes: number) => Buffer[];
}

const framings: Record<string, Framing> = {
  'a Content-Length': {
    header: `Content-Length: ${mebibyte}`,
    body: (bytes) => Array<Buffer>(bytes / piece.length).fill(piece),
  },
  chunks: {
    header: 'Transfer-Encoding: chunked',
    body: (bytes) => [...Array<Buffer>(bytes / piece.length).fill(chunk), Buffer.from('0\r\n\r\n')],
  },
};

const json = 'Content-Type: application/json';
const post = 'POST /v1/wallets/mallory/GOLD/topup HTTP/1.1';

const requests: [what: string, code: ProblemCode, lines: string[]][] = [
  ['a body that is too large', 'body-too-large', [post, authorization, json, 'Idempotency-Key: k']],
  ['a body of another type', 'unsupported-media-type', [post, authorization, 'Content-Type: text/plain']],
  ['a body of an unknown caller', 'unauthenticated', [post, json]],
  ['a body to an unknown route', 'route-not-found', ['POST /nowhere HTTP/1.1', json]],
];

const cases = requests.flatMap(([what, code, lines]) =>
  Object.entries(framings).map(([kind, framing]) => [what, kind, code, lines, framing] as const),
);

const headOf = (lines: readonly string[]) =>
  [...lines, 'Host: wallet', 'Connection: close', '', ''].join('\r\n');

describe('a client that sends a mebibyte before it reads', () => {
  it.each([
    ...cases,
    [
      'a body to an undecodable address',
      'a Content-Length',
      'bad-request' as const,
      ['POST /v1/wallets/% HTTP/1.1', json],
      framings['a Content-Length']!,
    ] as const,
  ])('can read the answer to %s with %s: %s', async (_what, _kind, code, lines, { header, body }) => {
    const answers = await sendThenRead(service.url, headOf([...lines, header]), body(mebibyte));
    expect(answers).toHaveLength(1);
    expectProblem(answers[0]!, code);
    expect(answers[0]!.headers['connection']).toBe('close');
  });

  it('can read the answer to headers that are too large', async () => {
    const line = Buffer.from(`X-Much: ${'a'.repeat(16 * 1024)}\r\n`);
    const answers = await sendThenRead(
      service.url,
      'GET /v1/assets HTTP/1.1\r\n',
      Array<Buffer>(64).fill(line),
    );
    expect(answers).toHaveLength(1);
    expectProblem(answers[0]!, 'headers-too-large');
  });
});

it('cuts off a client that keeps sending', async () => {
  const head = headOf([post, authorization, json, 'Idempotency-Key: k', 'Transfer-Encoding: chunked']);
  const socket = openSocket(service.url);
  socket.on('error', () => undefined).resume();
  socket.write(head);
  while (!socket.destroyed) {
    if (!socket.write(chunk))
      await Promise.race([once(socket, 'drain'), once(socket, 'close')]).catch(() => undefined);
    if (socket.bytesWritten > 64 * mebibyte) break;
  }
  expect(socket.destroyed).toBe(true);
  socket.destroy();
});

it('leaves a connection open when the body of a refused request is small', async () => {
  const head = [post, json, 'Host: wallet', 'Content-Length: 12', '', ''].join('\r\n');
  const last = ['GET /health/live HTTP/1.1', 'Host: wallet', 'Connection: close', '', ''].join('\r\n');
  const answers = await sendThenRead(service.url, head, [Buffer.from('{"amount":5}'), Buffer.from(last)]);
  expect(answers.map(({ status }) => status)).toEqual([401, 200]);
});

describeBehindNginx('a client behind nginx that sends a mebibyte before it reads', () => {
  let nginx: Nginx;
  beforeAll(async () => {
    nginx = await startNginx(service.url);
  });
  afterAll(() => nginx.stop());

  it.each(cases)(
    'can read the answer to %s with %s: %s',
    async (_what, _kind, code, lines, { header, body }) => {
      for (const url of [nginx.bufferingUrl, nginx.streamingUrl]) {
        const answers = await sendThenRead(url, headOf([...lines, header]), body(mebibyte));
        expect(answers).toHaveLength(1);
        expectProblem(answers[0]!, code);
      }
    },
  );
});
