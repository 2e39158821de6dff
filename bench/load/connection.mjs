import { connect } from 'node:net';

const answerTimeoutMs = 10_000;
const endOfHead = Buffer.from('\r\n\r\n');

/**
 * A keep-alive connection with at most one request under way. It understands what the contestants write (a status
 * line, headers with a content-length, a body) and nothing else, so that a request costs the load generator little: it runs
 * on the cores that the contestants need.
 */
export class Connection {
  #socket;
  #received = [];
  #answered;

  constructor(url) {
    const { hostname, port } = new URL(url);
    this.address = { host: hostname, port: Number(port), noDelay: true };
  }

  /** Sends a request; `answered` gets the status, or 0 if there was no answer to read. */
  ask(request, answered) {
    this.#answered = answered;
    this.#socket ??= this.#open();
    this.#socket.write(request);
  }

  close() {
    this.#answered = undefined;
    this.#socket?.destroy();
  }

  #open() {
    const socket = connect(this.address);
    socket.on('data', (chunk) => this.#receive(chunk));
    socket.setTimeout(answerTimeoutMs, () => socket.destroy());
    socket.on('error', () => undefined); // 'close' follows
    socket.on('close', () => {
      if (this.#socket === socket) this.#socket = undefined;
      // A turn later, so that a server that is gone does not keep this process in a loop.
      setImmediate(() => this.#finish(0));
    });
    return socket;
  }

  #receive(chunk) {
    this.#received.push(chunk);
    const bytes = this.#received.length === 1 ? chunk : Buffer.concat(this.#received);
    const headEnd = bytes.indexOf(endOfHead);
    if (headEnd === -1) return;
    const head = bytes.latin1Slice(0, headEnd);
    const bodyLength = /\ncontent-length: *(\d+)/i.exec(head)?.[1];
    if (bodyLength === undefined) {
      this.#socket.destroy();
      return;
    }
    if (bytes.length < headEnd + endOfHead.length + Number(bodyLength)) return;
    this.#finish(Number(head.slice(9, 12)));
  }

  #finish(status) {
    const answered = this.#answered;
    this.#answered = undefined;
    this.#received = [];
    answered?.(status);
  }
}
