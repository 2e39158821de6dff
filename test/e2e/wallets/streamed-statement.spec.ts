import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { Reports } from '@app/reports';
import { type HeldTables, holdTables } from '../../support/held-tables.js';
import { fillAccount } from '../../support/long-account.js';
import { type ContractService, startContractService } from '../support/contract-service.js';
import { asOwner } from '../support/owner.js';
import { expectProblem } from '../support/problem-codes.js';
import { authorization, openSocket } from '../support/raw-socket.js';

/**
 * A wallet whose statement has many pages and more bytes than the sockets between service and client can buffer: while the
 * client does not read, the service is in the middle of it.
 */
let entries = 12_000;
const description = '🗡'.repeat(256);
const leastBytes = entries * Buffer.byteLength(description);

const instant = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const path = `/v1/wallets/longus/GOLD/statement?from=${instant(-1)}&to=${instant(300)}`;
const formats = ['application/json', 'text/csv', 'application/x-ndjson'];

let service: ContractService;
const sockets: Socket[] = [];
let held: HeldTables | undefined;

beforeAll(async () => {
  service = await startContractService({ reports: { waitMs: 500 } });
  await fillAccount(service.app, { userId: 'longus', entries, description });
  service.app.getHttpServer().on('connection', (socket: Socket) => sockets.push(socket));
});
afterEach(async () => {
  await release();
});
afterAll(() => service.audit());
afterAll(() => service.close());

const hold = async (): Promise<HeldTables> => (held = await holdTables(service.database, 'transactions'));
const release = async (): Promise<void> => {
  await held?.release();
  held = undefined;
};
const scan = (limit: number) => service.client.get(`/v1/transactions?asset=GOLD&limit=${limit}`);

/** A statement whose first bytes have arrived and which is not read any further. */
async function begin(accept: string): Promise<IncomingMessage> {
  const request = get(`${service.url}${path}`, {
    agent: false,
    headers: { accept, authorization: 'Bearer demo-admin-key' },
  });
  // The response reports how it ends.
  request.on('error', () => undefined);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  expect(response.statusCode).toBe(200);
  return response;
}

async function readRest(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

interface Statement {
  closing: number;
  entries: { version: number }[];
}

/** Resolves once the service has stopped writing to the latest connection, with the number of bytes written. */
async function untilStalled(): Promise<number> {
  let written = -1;
  for (let unchanged = 0; unchanged < 20; unchanged++) {
    await busySessions();
    const now = sockets.at(-1)?.bytesWritten ?? 0;
    if (now !== written) unchanged = 0;
    written = now;
  }
  return written;
}

/** The sessions of the service inside a statement or a transaction. */
function busySessions(): Promise<{ pid: number }[]> {
  return asOwner(
    service.database,
    `SELECT pid FROM pg_stat_activity
     WHERE datname = current_database() AND application_name LIKE 'wallet-api%' AND state <> 'idle'`,
  );
}

it('contains everything once, in every format', async () => {
  const versions = Array.from({ length: entries }, (_, index) => index + 1);
  const json = JSON.parse(await readRest(await begin('application/json'))) as Statement;
  expect(json).toMatchObject({
    opening: 0,
    totals: [{ type: 'topup', count: entries, credit: entries, debit: 0 }],
    closing: entries,
  });
  expect(json.entries.map(({ version }) => version)).toEqual(versions);

  const lines = (await readRest(await begin('application/x-ndjson'))).trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(json.entries);

  const [, ...records] = (await readRest(await begin('text/csv'))).trimEnd().split('\r\n');
  expect(records.map((record) => Number(record.split(',')[0]))).toEqual(versions);
});

it('applies backpressure, and holds no connection meanwhile', async () => {
  const reads = jest.spyOn(service.app.get(Reports), 'session');
  const response = await begin('text/csv');
  expect(await untilStalled()).toBeLessThan(leastBytes);
  expect(reads.mock.calls.length).toBeLessThan(Math.ceil(entries / 500));
  reads.mockRestore();
  expect(await busySessions()).toEqual([]);
  // Nor a slot: both are free for others.
  expect((await Promise.all([scan(1), scan(2)])).map(({ status }) => status)).toEqual([200, 200]);
  expect((await readRest(response)).match(/\r\n/g)).toHaveLength(1 + entries);
});

it('omits entries recorded after it started', async () => {
  const response = await begin('application/json');
  const { status } = await service.client.post('/v1/wallets/longus/GOLD/topup', { amount: 1 });
  expect(status).toBe(201);
  const before = JSON.parse(await readRest(response)) as Statement;
  expect({ closing: before.closing, entries: before.entries.length }).toEqual({ closing: entries, entries });
  entries++;
  const after = JSON.parse(await readRest(await begin('application/json'))) as Statement;
  expect({ closing: after.closing, entries: after.entries.length }).toEqual({ closing: entries, entries });
});

it('stops reading when its client disconnects', async () => {
  const response = await begin('text/csv');
  const tables = await hold();
  response.resume();
  await tables.untilWaiting(1);
  response.destroy();
  await tables.untilWaiting(0);
  await release();
  expect(await readRest(await begin('text/csv'))).toMatch(/\r\n$/);
});

it('stops computing totals when its client disconnects', async () => {
  const tables = await hold();
  const leaving = service.client.send({ path, timeoutMs: 1_000 });
  await tables.untilWaiting(1);
  await expect(leaving).rejects.toThrow('aborted');
  await tables.untilWaiting(0);
});

it.each(formats)('is answered overloaded without a free slot, as %s', async (accept) => {
  const tables = await hold();
  const scans = [scan(1), scan(2)];
  await tables.untilWaiting(2);
  expectProblem(await service.client.get(path, { accept }), 'overloaded');
  await release();
  await Promise.all(scans);
});

it('waits longer for a slot once started', async () => {
  const response = await begin('application/x-ndjson');
  const tables = await hold();
  const scans = [scan(1), scan(2)];
  await tables.untilWaiting(2);
  const rest = readRest(response);
  // Three times as long as another scan would wait.
  for (const limit of [3, 4, 5]) expectProblem(await scan(limit), 'overloaded');
  await release();
  expect((await rest).match(/\n/g)).toHaveLength(entries);
  await Promise.all(scans);
});

describe('a failure halfway', () => {
  /** Ends the session that reads the next page. */
  async function failNextPage(goOn: () => void): Promise<void> {
    const tables = await hold();
    goOn();
    await tables.untilWaiting(1);
    await asOwner(
      service.database,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'wallet-api-reports' AND wait_event_type = 'Lock'`,
    );
  }

  it.each(formats)('cuts the connection without completing the answer, as %s', async (accept) => {
    const response = await begin(accept);
    let rest: Promise<unknown> | undefined;
    await failNextPage(() => {
      rest = expect(readRest(response)).rejects.toMatchObject({ code: 'ECONNRESET' });
    });
    await rest;
    expect(response.complete).toBe(false);
  });

  it('resets an HTTP/1.0 connection, whose answers end with the connection', async () => {
    const socket = openSocket(service.url);
    socket.write(`GET ${path} HTTP/1.0\r\n${authorization}\r\nAccept: text/csv\r\n\r\n`);
    await once(socket, 'readable');
    let ended: Promise<unknown> | undefined;
    await failNextPage(() => {
      ended = expect(once(socket.resume(), 'end')).rejects.toMatchObject({ code: 'ECONNRESET' });
    });
    await ended;
  });
});
