import { randomUUID } from 'node:crypto';
import { Agent, request as httpRequest } from 'node:http';

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  /** The raw body. */
  text: string;
  /** The body as JSON, or `undefined`. */
  json: any;
}

export interface RawRequest {
  method?: string;
  path: string;
  headers?: Record<string, string | string[]>;
  body?: string | Buffer;
  /** Aborts the request if the answer is not complete by then. */
  timeoutMs?: number;
  /** Aborts the request. */
  signal?: AbortSignal;
}

/** Plain HTTP over real sockets, without a client library. */
export class WalletClient {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 256 });

  constructor(
    readonly baseUrl: string,
    /** The token of requests without an Authorization header; '' for none. */
    private readonly token = 'demo-admin-key',
  ) {}

  get(path: string, headers: RawRequest['headers'] = {}): Promise<Answer> {
    return this.send({ path, headers });
  }

  /** A write with a fresh key or the given one. */
  post(
    path: string,
    body: unknown,
    key: string = randomUUID(),
    headers: RawRequest['headers'] = {},
  ): Promise<Answer> {
    return this.send({
      method: 'POST',
      path,
      headers: { 'idempotency-key': key, 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  }

  /** A change without a key. */
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
        // A reused connection can be lost in other ways than a new one.
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
