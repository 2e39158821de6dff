import { connect, type Socket } from 'node:net';

const answerTimeoutMs = 10_000;
const endOfHead = Buffer.from('\r\n\r\n');

/**
 * A keep-alive connection with at most one request in flight. It parses only what the implementations send (a status line,
 * headers with a content-length, a body), to keep the load generator cheap: it shares its cores with them.
 */
export class Connection {
  readonly #address: { host: string; port: number; noDelay: true };
  #socket: Socket | undefined;
  #received: Buffer[] = [];
  #answered: ((status: number) => void) | undefined;

  constructor(url: string) {
    const { hostname, port } = new URL(url);
    this.#address = { host: hostname, port: Number(port), noDelay: true };
  }

  /** Sends a request; `answered` gets the status, or 0 if no readable answer came. */
  ask(request: string, answered: (status: number) => void): void {
    this.#answered = answered;
    this.#socket ??= this.#open();
    this.#socket.write(request);
  }

  close(): void {
    this.#answered = undefined;
    this.#socket?.destroy();
  }

  #open(): Socket {
    const socket = connect(this.#address);
    socket.on('data', (chunk) => {
      this.#receive(chunk, socket);
    });
    socket.setTimeout(answerTimeoutMs, () => socket.destroy());
    socket.on('error', () => undefined); // 'close' follows
    socket.on('close', () => {
      if (this.#socket === socket) this.#socket = undefined;
      // One turn of the event loop later: otherwise a server that is gone would keep this process in a loop.
      setImmediate(() => {
        this.#finish(0);
      });
    });
    return socket;
  }

  #receive(chunk: Buffer, socket: Socket): void {
    this.#received.push(chunk);
    const bytes = this.#received.length === 1 ? chunk : Buffer.concat(this.#received);
    const headEnd = bytes.indexOf(endOfHead);
    if (headEnd === -1) return;
    const head = bytes.toString('latin1', 0, headEnd);
    const bodyLength = /\ncontent-length: *(\d+)/i.exec(head)?.[1];
    if (bodyLength === undefined) {
      socket.destroy();
      return;
    }
    if (bytes.length < headEnd + endOfHead.length + Number(bodyLength)) return;
    this.#finish(Number(head.slice(9, 12)));
  }

  #finish(status: number): void {
    const answered = this.#answered;
    this.#answered = undefined;
    this.#received = [];
    answered?.(status);
  }
}

/** Sends a request and waits for the answer. Throws if it is not a success. */
export async function askOnce(connection: Connection, request: string): Promise<void> {
  const status = await new Promise<number>((resolve) => {
    connection.ask(request, resolve);
  });
  if (!isSuccess(status)) throw new Error(`${request.split('\r\n', 1)[0] ?? ''} was answered with ${status}`);
}

export function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}
