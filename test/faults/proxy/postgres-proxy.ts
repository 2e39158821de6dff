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

/** A message on its way, and what it belongs to. */
export interface PassingMessage extends Message {
  /** Counts the connections of this proxy. */
  connection: number;
  /** The statement that it brings, or that it answers. */
  sql: string;
  /** What a CommandComplete says. */
  tag: string;
}

/**
 * What becomes of a message. A cut ends both sides of the connection, by RST or by FIN; a stall leaves both sides open, and
 * nothing passes any more, not even the news that one side has gone.
 */
export type Fate = 'pass' | `${'cut' | 'finish' | 'stall'}-${'before' | 'after'}`;

/** Asked for every message before it is passed on. It may take its time: the direction waits. */
export type Interceptor = (message: PassingMessage) => Fate | Promise<Fate>;

export interface PostgresProxy {
  port: number;
  /** `url` with this proxy in place of the server. */
  urlFor(url: string): string;
  intercept: Interceptor;
  /** Where new connections go. */
  target: { host: string; port: number };
  /** Cuts every connection that is open now. */
  cutAll: () => void;
  close: () => Promise<void>;
}

export const passAll: Interceptor = () => 'pass';

/** A PostgreSQL proxy that sees messages where others see bytes, and can stop at any of them. */
export async function startPostgresProxy(port: number): Promise<PostgresProxy> {
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
      through.port = String(own);
      return through.href;
    },
    intercept: passAll,
    target: { host: '127.0.0.1', port },
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

class ProxiedConnection {
  onEnd: () => void = () => undefined;
  private readonly statements = new Map<string, string>();
  /** The latest statement that was sent, and those whose answer is not complete. */
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
    // Whoever goes takes the other side along, unless nothing passes any more.
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
   * Keeps track of the statements, prepared ones by their name. Several may be on their way; each is answered up to a
   * ReadyForQuery, in the order in which they were sent.
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
