import type { LoggerService } from '@nestjs/common';
import type { FastifyBaseLogger } from 'fastify';

/** Sends what NestJS itself has to say into the one log of the process. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: FastifyBaseLogger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.logger.debug({ nest: rest }, String(message));
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.logger.warn({ nest: rest }, String(message));
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.logger.error({ nest: rest }, String(message));
  }
}
