import { Agent, get } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ContractService, startContractService } from '../support/contract-service.js';
import { asOwner } from '../support/owner.js';
import { expectProblem } from '../support/problem-codes.js';
import { openSocket, sendBytes } from '../support/raw-socket.js';

let service: ContractService;
beforeAll(async () => {
  service = await startContractService();
});
afterAll(() => service.audit());
afterAll(() => service.close());

const head =
  'POST /v1/wallets/sloth/GOLD/topup HTTP/1.1\r\nHost: wallet\r\nAuthorization: Bearer demo-admin-key\r\nContent-Type: application/json\r\nIdempotency-Key: slow\r\n';
const headAndSomeBody = `${head}Content-Length: 12\r\n\r\n{"am`;

interface Trickle {
  socket: Socket;
  /** The bytes sent after the first part. */
  sent: number;
}

/** Sends the first part of a request, then one byte a second while the socket is open. */
async function trickle(beginning: string, byte: string): Promise<Trickle> {
  const socket = openSocket(service.url);
  await new Promise<void>((resolve, reject) => {
    socket.on('error', reject);
    socket.write(beginning, () => {
      resolve();
    });
  });
  const slow = { socket, sent: 0 };
  const timer = setInterval(() => socket.write(byte, () => slow.sent++), 1_000);
  socket.on('close', () => {
    clearInterval(timer);
  });
  return slow;
}

it('serves other clients while 500 clients send a byte a second', async () => {
  // The default limits suit the internet, not a machine that is slow to open 500 sockets.
  const server = service.app.getHttpServer();
  const { headersTimeout, requestTimeout } = server;
  Object.assign(server, { headersTimeout: 0, requestTimeout: 0 });
  const trickles = await Promise.all(
    Array.from({ length: 500 }, (_, index) =>
      index % 2 ? trickle(`${head}X-Slow: `, 'a') : trickle(headAndSomeBody, ' '),
    ),
  );
  while (trickles.some(({ sent }) => sent === 0)) {
    const write = await service.client.post('/v1/wallets/alice/GOLD/topup', { amount: 1 });
    const read = await service.client.get('/v1/wallets/alice/GOLD');
    expect([write.status, read.status]).toEqual([201, 200]);
  }
  expect(trickles.filter(({ socket }) => socket.readyState === 'open')).toHaveLength(500);
  for (const { socket } of trickles) socket.destroy();
  Object.assign(server, { headersTimeout, requestTimeout });
});

it('keeps a connection that is idle between requests, however short the limits for slow clients', async () => {
  const server = service.app.getHttpServer();
  const { headersTimeout, requestTimeout } = server;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const askFrom = () =>
    new Promise<number | undefined>((resolve, reject) => {
      const request = get(`${service.url}/health/live`, { agent }, (answer) => {
        const { localPort } = answer.socket;
        answer.resume().once('end', () => {
          resolve(localPort);
        });
      });
      request.once('error', reject);
    });
  const port = await askFrom();
  Object.assign(server, { headersTimeout: 500, requestTimeout: 500 });
  // Node checks for slow clients once a second.
  await sleep(2_500);
  Object.assign(server, { headersTimeout, requestTimeout });
  expect(await askFrom()).toBe(port);
  agent.destroy();
});

it.each([
  ['headers', head],
  ['a body', headAndSomeBody],
])('answers request-timeout if %s do not arrive in time, and writes nothing', async (_part, bytes) => {
  // Shorter than the defaults; the behaviour at the limit is the same.
  const server = service.app.getHttpServer();
  Object.assign(server, { headersTimeout: 300, requestTimeout: 300 });
  const answers = await sendBytes(service.url, bytes);
  expect(answers).toHaveLength(1);
  expectProblem(answers[0]!, 'request-timeout');
  const stored = `SELECT key FROM idempotency_keys WHERE key = 'slow' UNION ALL SELECT owner_id FROM accounts WHERE owner_id = 'sloth'`;
  expect(await asOwner(service.database, stored)).toEqual([]);
});
