import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import {
  commandTag,
  type Direction,
  type Message,
  MessageSplitter,
  statementNameOfBind,
  statementOf,
} from './messages.js';

/** A message in flight, with its connection and statement. */
export interface PassingMessage extends Message {
  /** Counts the connections of this proxy. */
  connection: number;
  /** The statement it carries or answers. */
  sql: string;
  /** The tag of a CommandComplete. */
  tag: string;
}

/**
 * The fate of a message. A cut ends both sides of the connection, by RST or FIN. A stall leaves both sides open but forwards
 * nothing more, not even that one side has closed.
 */
export type Fate = 'pass' | `${'cut' | 'finish' | 'stall'}-${'before' | 'after'}`;

/** Called before each message is forwarded. Its direction waits for the result. */
export type Interceptor = (message: PassingMessage) => Fate | Promise<Fate>;

export interface PostgresProxy {
  port: number;
  /** `url` with the address of this proxy. */
  urlFor(url: string): string;
  intercept: Interceptor;
  /** The target of new connections. */
  target: { host: string; port: number };
  /** Cuts every open connection. */
  cutAll: () => void;
  close: () => Promise<void>;
}

export const passAll: Interceptor = () => 'pass';

/** A proxy to the PostgreSQL of `databaseUrl` that parses the protocol and can intervene at any message. */
export async function startPostgresProxy(databaseUrl: string): Promise<PostgresProxy> {
  const open = new Set<ProxiedConnection>();
  const server = createServer({ noDelay: true });
  let count = 0;
  server.on('connection', (client) => {
    const upstream = connect({ ...proxy.target, noDelay: true });
    const connection = new ProxiedConnection(++count, { client, upstream }, (message) =>
      proxy.intercept(message),
    );
    open.add(connection);
    connection.onEnd = () => open.delete(connection);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const own = (server.address() as AddressInfo).port;
  const proxy: PostgresProxy = {
    port: own,
    urlFor: (url) => {
      const through = new URL(url);
      Object.assign(through, { hostname: '127.0.0.1', port: String(own) });
      return through.href;
    },
    intercept: passAll,
    target: addressOf(databaseUrl),
    cutAll: () => {
      for (const connection of open) connection.end('cut');
    },
    close: async () => {
      for (const connection of open) connection.end('cut');
      server.close();
      await once(server, 'close');
    },
  };
  return proxy;
}

function addressOf(databaseUrl: string): PostgresProxy['target'] {
  const { hostname, port } = new URL(databaseUrl);
  // An IPv6 address stands in brackets.
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || '5432') };
}

class ProxiedConnection {
  onEnd: () => void = () => undefined;
  private readonly statements = new Map<string, string>();
  /** The latest statement sent, and those not yet fully answered. */
  private sent = '';
  private readonly unanswered: string[] = [];
  private stalled = false;

  constructor(
    private readonly number: number,
    private readonly sockets: { client: Socket; upstream: Socket },
    private readonly intercept: Interceptor,
  ) {
    this.relay('frontend', sockets.client, sockets.upstream);
    this.relay('backend', sockets.upstream, sockets.client);
  }

  end(how: 'cut' | 'finish'): void {
    for (const socket of Object.values(this.sockets)) {
      if (how === 'cut') socket.resetAndDestroy();
      else socket.destroySoon();
    }
    this.onEnd();
  }

  private relay(direction: Direction, from: Socket, to: Socket): void {
    const splitter = new MessageSplitter(direction);
    let before = Promise.resolve();
    from.on('data', (chunk) => {
      for (const message of splitter.push(chunk)) before = before.then(() => this.pass(message, to));
    });
    // Closing one side closes the other, unless stalled.
    from.on('error', () => undefined);
    from.on('close', () => {
      void before.then(() => {
        if (!this.stalled) this.end('finish');
      });
    });
  }

  private async pass(message: Message, to: Socket): Promise<void> {
    if (this.stalled || to.destroyed) return;
    const sql = this.follow(message);
    const tag = message.direction === 'backend' && message.type === 'C' ? commandTag(message) : '';
    const fate = await this.intercept({ ...message, connection: this.number, sql, tag });
    const [what, when] = fate.split('-') as [
      'pass' | 'cut' | 'finish' | 'stall',
      'before' | 'after' | undefined,
    ];
    if (what === 'stall') this.stalled = true;
    if (when !== 'before')
      await new Promise<void>((resolve) =>
        to.write(message.bytes, () => {
          resolve();
        }),
      );
    if (what === 'cut' || what === 'finish') this.end(what);
  }

  /**
   * Tracks the statements, prepared ones by name. Several may be in flight; each is answered up to a ReadyForQuery, in the order
   * sent.
   */
  private follow(message: Message): string {
    if (message.direction === 'backend') {
      const answered = this.unanswered[0] ?? '';
      if (message.type === 'Z') this.unanswered.shift();
      return answered;
    }
    const statement = statementOf(message);
    if (message.type === 'P' && statement) this.statements.set(statement.name, statement.sql);
    if (message.type === 'B') this.sent = this.statements.get(statementNameOfBind(message)) ?? '';
    else if (statement) this.sent = statement.sql;
    if (message.type === 'B' || message.type === 'Q') this.unanswered.push(this.sent);
    return this.sent;
  }
}
