import { connect, type Socket } from 'node:net';
import { LightClient } from '../overload/light-client.js';
import { closedLoop, type Load } from '../overload/load.js';
import type { Campaign } from '../runner/campaign.js';
import { startWallet, stopAndAudit } from '../support/wallet.js';

const slowSockets = 500;
const head =
  'POST /v1/wallets/sloth/GOLD/topup HTTP/1.1\r\nHost: wallet\r\nAuthorization: Bearer demo-admin-key\r\n' +
  'Content-Type: application/json\r\nIdempotency-Key: slow\r\n';

/** Half of them never complete their headers, the other half never complete their body. */
const beginnings = [`${head}X-Slow: `, `${head}Content-Length: 12\r\n\r\n{"am`];

export const campaign: Campaign = {
  name: 'slow-clients',
  title: 'five hundred clients that send a byte a second do not disturb the others',
  quick: true,
  run: async ({ quick, createDatabase }) => {
    const { url: databaseUrl } = await createDatabase();
    const wallet = await startWallet({ databaseUrl });
    const client = new LightClient(wallet.url, 64);
    const seconds = quick ? 3 : 8;
    await closedLoop(client, 'warm', 32, 2);
    const alone = await closedLoop(client, 'alone', 32, seconds);
    const sockets = await Promise.all(
      Array.from({ length: slowSockets }, (_, index) => trickle(wallet.url, index)),
    );
    const among = await closedLoop(client, 'among', 32, seconds);
    const stillOpen = sockets.filter(({ readyState }) => readyState === 'open').length;
    for (const socket of sockets) socket.destroy();
    client.close();

    const broken: string[] = [];
    for (const { others, shed, unanswered } of [alone, among]) {
      const refused = shed.length + unanswered + Object.keys(others).length;
      if (refused > 0) broken.push(`${refused} requests were not answered with 201`);
    }
    if (among.acknowledged.length === 0) broken.push('no client was served among slow clients');
    broken.push(...(await stopAndAudit(wallet, databaseUrl)));
    return {
      broken,
      figures: {
        'slow sockets': slowSockets,
        'still open at the end': stillOpen,
        'alone per s': Math.round(alone.perSecond),
        'among them per s': Math.round(among.perSecond),
        'alone p99 ms': p99(alone),
        'among them p99 ms': p99(among),
      },
    };
  },
};

/** Sends the first part of a request, then one byte a second while the socket is open. */
async function trickle(url: string, index: number): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    socket.write(beginnings[index % 2] ?? '', () => {
      resolve();
    });
  });
  const timer = setInterval(() => socket.write(' '), 1_000);
  socket.on('close', () => {
    clearInterval(timer);
  });
  return socket;
}

function p99({ latenciesMs }: Load): string {
  const sorted = [...latenciesMs].sort((a, b) => a - b);
  return (sorted[Math.floor(sorted.length * 0.99)] ?? 0).toFixed(0);
}
