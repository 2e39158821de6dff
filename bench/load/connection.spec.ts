import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { Connection } from './connection.js';

const answer = 'HTTP/1.1 201 Created\r\nContent-Length: 7\r\n\r\n{"a":1}';

describe('a connection of the load generator', () => {
  let server: Server;
  let sockets: Socket[];
  /** What the server does with the text of a request. */
  let respond: (socket: Socket, request: string) => void;

  beforeEach(async () => {
    sockets = [];
    server = createServer((socket) => {
      sockets.push(socket);
      socket.on('data', (chunk) => {
        respond(socket, chunk.toString());
      });
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
  });

  afterEach(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });

  const open = () => new Connection(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const ask = (connection: Connection, text = 'x') =>
    new Promise<number>((resolve) => {
      connection.ask(text, resolve);
    });

  it('asks again on the same socket', async () => {
    respond = (socket) => socket.write(answer);
    const connection = open();
    expect([await ask(connection), await ask(connection)]).toEqual([201, 201]);
    expect(sockets).toHaveLength(1);
    connection.close();
  });

  it('waits for the last byte of an answer that arrives in pieces', async () => {
    const pieces = [answer.slice(0, 30), answer.slice(30, -1), answer.slice(-1)];
    respond = (socket, request) => socket.write(request === 'x' ? answer : pieces[0]!);
    const connection = open();
    let status: number | undefined;
    const answered = new Promise<void>((resolve) => {
      connection.ask('in pieces', (found) => {
        status = found;
        resolve();
      });
    });
    await once(server, 'connection');
    await once(sockets[0]!, 'data');
    sockets[0]!.write(pieces[1]!);
    // By the time another connection has its answer, this one has read the piece.
    const other = open();
    await ask(other);
    other.close();
    expect(status).toBeUndefined();
    sockets[0]!.write(pieces[2]!);
    await answered;
    expect(status).toBe(201);
    connection.close();
  });

  it('reports 0 when no answer came, and asks again on a new socket', async () => {
    respond = (socket) => socket.destroy();
    const connection = open();
    expect(await ask(connection)).toBe(0);
    respond = (socket) => socket.write(answer);
    expect(await ask(connection)).toBe(201);
    expect(sockets).toHaveLength(2);
    connection.close();
  });

  it('reports 0 for an answer without a content-length', async () => {
    respond = (socket) => socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n');
    expect(await ask(open())).toBe(0);
  });
});
