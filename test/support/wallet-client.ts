import { randomUUID } from 'node:crypto';
import { Agent, request as httpRequest } from 'node:http';

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  /** The body as it came. */
  text: string;
  /** The body as JSON; `undefined` where it is none. */
  json: any;
}

export interface RawRequest {
  method?: string;
  path: string;
  headers?: Record<string, string | string[]>;
  body?: string | Buffer;
  /** Gives the request up when its answer is not complete by then. */
  timeoutMs?: number;
  /** Gives the request up when it is aborted. */
  signal?: AbortSignal;
}

/** Real HTTP on real sockets, with nothing between the test and the bytes. */
export class WalletClient {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 256 });

  constructor(
    readonly baseUrl: string,
    /** Goes with every request that does not bring an Authorization of its own; '' for none. */
    private readonly token = 'demo-admin-key',
  ) {}

  get(path: string, headers: RawRequest['headers'] = {}): Promise<Answer> {
    return this.send({ path, headers });
  }

  /** A write with a fresh key, or with the key that is given. */
  post(path: string, body: unknown, key: string = randomUUID()): Promise<Answer> {
    return this.send({
      method: 'POST',
      path,
      headers: { 'idempotency-key': key, 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  }

  /** A change, which needs no key. */
  patch(path: string, body: unknown): Promise<Answer> {
    return this.send({
      method: 'PATCH',
      path,
      headers: { 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  }

  send({ method = 'GET', path, headers = {}, body, timeoutMs, signal }: RawRequest): Promise<Answer> {
    const { hostname, port } = new URL(this.baseUrl);
    return new Promise((resolve, reject) => {
      const request = httpRequest(
        {
          hostname,
          port,
          path,
          method,
          agent: this.agent,
          ...(signal && { signal }),
          ...(timeoutMs !== undefined && { signal: AbortSignal.timeout(timeoutMs) }),
          headers: {
            ...(this.token !== '' && { authorization: `Bearer ${this.token}` }),
            ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
            ...headers,
          },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            const text = Buffer.concat(chunks).toString('utf8');
            resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json: parse(text) });
          });
        },
      );
      request.on('error', (error) => {
        // Whether the connection had served others before tells one way to lose it from another.
        reject(Object.assign(error, { reusedSocket: request.reusedSocket }));
      });
      request.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
