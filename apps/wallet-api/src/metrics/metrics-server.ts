import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Registry } from 'prom-client';
import { metricsOptions, type MetricsOptions } from './options.js';

/** The port of the metrics cannot be opened. */
export class MetricsListenError extends Error {
  override readonly name = 'MetricsListenError';
}

/** Serves `GET /metrics`. A separate port keeps them from callers of the API, and needs no credentials. */
@Injectable()
export class MetricsServer implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(MetricsServer.name);
  private readonly server: Server;

  constructor(
    private readonly registry: Registry,
    @Inject(metricsOptions) private readonly options: MetricsOptions,
  ) {
    this.server = createServer((request, response) => void this.answer(request, response));
  }

  /** Rejects with MetricsListenError if the port cannot be opened. */
  async onApplicationBootstrap(): Promise<void> {
    const { port, host } = this.options;
    try {
      this.server.listen(port, host);
      await once(this.server, 'listening');
    } catch (cause) {
      throw new MetricsListenError('The port of the metrics cannot be opened', { cause });
    }
    this.server.on('error', (error) => {
      this.logger.warn(`the server of the metrics failed: ${error.message}`);
    });
  }

  /** After the last request of the API, so a scraper sees how the service drains. */
  onApplicationShutdown(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  /** The port it listens on, which differs from the configured one if that is 0. */
  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  private async answer({ method, url }: IncomingMessage, response: ServerResponse): Promise<void> {
    if (url?.split('?')[0] !== '/metrics') {
      response.writeHead(404).end();
    } else if (method !== 'GET' && method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
    } else {
      await this.answerMetrics(response);
    }
  }

  private async answerMetrics(response: ServerResponse): Promise<void> {
    try {
      const text = await this.registry.metrics();
      response.writeHead(200, { 'content-type': this.registry.contentType }).end(text);
    } catch (error) {
      this.logger.warn(`the metrics could not be collected: ${(error as Error).message}`);
      response.writeHead(500).end();
    }
  }
}
