import { connect, type Socket } from 'node:net';

export interface LightAnswer {
  status: number;
  retryAfter: string | undefined;
  /** Of the problem document. */
  code: string | undefined;
}

/**
 * An HTTP client cheap enough to overload the service from the same machine: it sends prepared bytes, and parses only the status,
 * one header, the length and the code of an answer.
 */
export class LightClient {
  private readonly idle: Connection[] = [];
  private readonly all = new Set<Connection>();
  private readonly address: { host: string; port: number };

  constructor(
    url: string,
    /** Beyond this many open sockets it sends no more requests; the caller must check. */
    private readonly maxSockets: number,
  ) {
    const { hostname, port } = new URL(url);
    this.address = { host: hostname, port: Number(port) };
  }

  /** `undefined` if no socket was free or the connection ended before the answer. */
  async post(path: string, key: string, body: string): Promise<LightAnswer | undefined> {
    const connection = this.idle.pop() ?? this.open();
    if (!connection) return undefined;
    const answer = await connection.send(
      `POST ${path} HTTP/1.1\r\nHost: wallet\r\nAuthorization: Bearer demo-admin-key\r\nIdempotency-Key: ${key}\r\n` +
        `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
    if (answer && connection.isOpen) this.idle.push(connection);
    else this.all.delete(connection);
    return answer;
  }

  get sockets(): number {
    return this.all.size;
  }

  close(): void {
    for (const connection of this.all) connection.destroy();
  }

  private open(): Connection | undefined {
    if (this.all.size >= this.maxSockets) return undefined;
    const connection = new Connection(connect({ ...this.address, noDelay: true }));
    this.all.add(connection);
    return connection;
  }
}

/** One request at a time on one socket. */
class Connection {
  isOpen = true;
  private received = '';
  private answered: (answer: LightAnswer | undefined) => void = () => undefined;

  constructor(private readonly socket: Socket) {
    socket.setEncoding('latin1');
    socket.on('data', (chunk: string) => {
      this.received += chunk;
      this.readAnswer();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.isOpen = false;
      this.answered(undefined);
    });
  }

  send(bytes: string): Promise<LightAnswer | undefined> {
    return new Promise((resolve) => {
      this.answered = resolve;
      this.socket.write(bytes);
      if (!this.isOpen) resolve(undefined);
    });
  }

  destroy(): void {
    this.socket.destroy();
  }

  private readAnswer(): void {
    const headEnd = this.received.indexOf('\r\n\r\n');
    if (headEnd === -1) return;
    const head = this.received.slice(0, headEnd).toLowerCase();
    const length = Number(/content-length: (\d+)/.exec(head)?.[1] ?? 0);
    if (this.received.length < headEnd + 4 + length) return;
    const body = this.received.slice(headEnd + 4, headEnd + 4 + length);
    this.received = this.received.slice(headEnd + 4 + length);
    if (head.includes('connection: close')) this.isOpen = false;
    const status = Number(head.slice(9, 12));
    const code = status < 400 ? undefined : /"code":"([\w-]+)"/.exec(body)?.[1];
    this.answered({ status, retryAfter: /retry-after: (\S+)/.exec(head)?.[1], code });
  }
}
