import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Answer } from '../../support/wallet-client.js';

export function openSocket(url: string): Socket {
  const { hostname, port } = new URL(url);
  return connect(Number(port), hostname);
}

/** Sends raw bytes, reads until the service closes the connection, and returns the answers. */
export async function sendBytes(url: string, bytes: string | Buffer): Promise<Answer[]> {
  const socket = openSocket(url);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  await new Promise<void>((resolve, reject) => {
    socket.on('error', reject);
    socket.on('close', () => {
      resolve();
    });
    socket.write(bytes);
  });
  return parseAnswers(Buffer.concat(chunks).toString('latin1'));
}

/**
 * Sends a head and a body in pieces and reads only afterwards, as many clients do. Pauses between the pieces to let the service
 * act on the connection. Rejects if the connection is reset.
 */
export async function sendThenRead(url: string, head: string, pieces: Iterable<Buffer>): Promise<Answer[]> {
  const { hostname, port } = new URL(url);
  const socket = connect({ port: Number(port), host: hostname, allowHalfOpen: true });
  const failed = new Promise<never>((_resolve, reject) => {
    socket.on('error', reject);
  });
  const write = (bytes: string | Buffer) =>
    new Promise<void>((resolve) => {
      socket.write(bytes, () => {
        resolve();
      });
    });
  const sendAll = async () => {
    await write(head);
    for (const piece of pieces) {
      await write(piece);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    const chunks: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    await once(socket, 'end');
    socket.end();
    return parseAnswers(Buffer.concat(chunks).toString('latin1'));
  };
  try {
    return await Promise.race([sendAll(), failed]);
  } finally {
    socket.destroy();
  }
}

/** The credentials of requests written by hand. */
export const authorization = 'Authorization: Bearer demo-admin-key';

/** The bytes of a request that closes the connection. */
export function requestBytes(lines: readonly string[], body = ''): string {
  return [...lines, 'Host: wallet', authorization, 'Connection: close', '', body].join('\r\n');
}

function parseAnswers(text: string): Answer[] {
  if (text === '') return [];
  const headEnd = text.indexOf('\r\n\r\n');
  const [statusLine = '', ...lines] = text.slice(0, headEnd).split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  const bodyEnd = headEnd + 4 + Number(headers['content-length']);
  const body = Buffer.from(text.slice(headEnd + 4, bodyEnd), 'latin1').toString('utf8');
  const answer = {
    status: Number(statusLine.split(' ')[1]),
    headers,
    text: body,
    json: JSON.parse(body) as unknown,
  };
  return [answer, ...parseAnswers(text.slice(bodyEnd))];
}
