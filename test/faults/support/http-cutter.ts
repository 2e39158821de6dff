import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';

export interface HttpCutter {
  url: string;
  /** Cuts the next answer: half of its bytes pass, then this runs, then both sides are reset. */
  cutNextAnswer(meanwhile: () => Promise<void>): Promise<void>;
  /** Refuses new connections, like a service that is down; open ones stay. */
  shut: () => void;
  open: () => Promise<void>;
}

/** A proxy between callers and service that can cut an answer halfway. */
export async function startHttpCutter(target: string): Promise<HttpCutter> {
  const { hostname, port } = new URL(target);
  let armed: (() => Promise<void>) | undefined;
  const server = createServer({ noDelay: true });
  server.on('connection', (caller) => {
    const service = connect({ host: hostname, port: Number(port), noDelay: true });
    caller.pipe(service);
    service.on('data', (chunk) => {
      const cut = armed;
      if (!cut) {
        caller.write(chunk);
        return;
      }
      armed = undefined;
      caller.write(chunk.subarray(0, chunk.length / 2));
      void cut().then(() => {
        caller.resetAndDestroy();
        service.resetAndDestroy();
      });
    });
    for (const [one, other] of [
      [caller, service],
      [service, caller],
    ] as const) {
      one.on('error', () => undefined);
      one.on('close', () => other.destroy());
    }
  });
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  await listen(0);
  const { port: own } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${own}`,
    cutNextAnswer: (meanwhile) =>
      new Promise((resolve) => {
        armed = async () => {
          await meanwhile();
          resolve();
        };
      }),
    shut: () => {
      server.close();
    },
    open: () => listen(own),
  };
}
