import type { Socket } from 'node:net';
import { type ContractService, startContractService } from './support/contract-service.js';
import { asOwner } from './support/owner.js';
import { expectProblem } from './support/problem-codes.js';
import { openSocket, sendBytes } from './support/raw-socket.js';

let service: ContractService;
beforeAll(async () => {
  service = await startContractService();
});
afterAll(() => service.audit());
afterAll(() => service.close());

const head =
  'POST /v1/wallets/sloth/GOLD/topup HTTP/1.1\r\nHost: wallet\r\nAuthorization: Bearer demo-admin-key\r\nContent-Type: application/json\r\nIdempotency-Key: slow\r\n';
const headAndSomeBody = `${head}Content-Length: 12\r\n\r\n{"am`;

/** Connects and sends the beginning of a request; then one byte a second, for as long as the socket is open. */
async function trickle(beginning: string, byte: string): Promise<Socket> {
  const socket = openSocket(service.url);
  await new Promise<void>((resolve, reject) => {
    socket.on('error', reject);
    socket.write(beginning, () => {
      resolve();
    });
  });
  const timer = setInterval(() => socket.write(byte), 1_000);
  socket.on('close', () => {
    clearInterval(timer);
  });
  return socket;
}

it('serves everybody else while 500 clients send a byte a second', async () => {
  const sockets = await Promise.all(
    Array.from({ length: 500 }, (_, index) =>
      index % 2 ? trickle(`${head}X-Slow: `, 'a') : trickle(headAndSomeBody, ' '),
    ),
  );
  // Long enough for each of them to have sent another byte.
  for (const until = Date.now() + 1_200; Date.now() < until;) {
    const write = await service.client.post('/v1/wallets/alice/GOLD/topup', { amount: 1 });
    const read = await service.client.get('/v1/wallets/alice/GOLD');
    expect([write.status, read.status]).toEqual([201, 200]);
  }
  expect(sockets.filter(({ readyState }) => readyState === 'open')).toHaveLength(500);
  for (const socket of sockets) socket.destroy();
});

it.each([
  ['headers', head],
  ['a body', headAndSomeBody],
])('answers request-timeout to %s that do not arrive in time, and writes nothing', async (_part, bytes) => {
  // The limits of the service are made for the internet; what happens at the limit is the same.
  const server = service.app.getHttpServer();
  Object.assign(server, { headersTimeout: 300, requestTimeout: 300 });
  const answers = await sendBytes(service.url, bytes);
  expect(answers).toHaveLength(1);
  expectProblem(answers[0]!, 'request-timeout');
  const stored = `SELECT FROM idempotency_keys WHERE key = 'slow' UNION ALL SELECT FROM accounts WHERE owner_id = 'sloth'`;
  expect(await asOwner(service.database, stored)).toEqual([]);
});
