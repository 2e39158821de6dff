import type { LoggerService } from '@nestjs/common';
import type { FastifyBaseLogger } from 'fastify';
import { loggableError, safeMessage, safeText } from '../../request/logging/loggable-error.js';

/** Sends the messages of NestJS to the log of the process. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: FastifyBaseLogger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.logger.debug({ nest: rest.map(loggable) }, safeMessage(message));
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.logger.warn({ nest: rest.map(loggable) }, safeMessage(message));
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.logger.error({ nest: rest.map(loggable) }, safeMessage(message));
  }
}

/** Nest passes stacks and context names as strings, and sometimes an Error. */
function loggable(part: unknown): unknown {
  if (part instanceof Error) return loggableError(part);
  return typeof part === 'string' ? safeText(part) : part;
}
