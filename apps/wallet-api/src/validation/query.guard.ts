import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/internal.js';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../problems/problem.js';

/**
 * Refuses query parameters that the validation of a handler would never see: all of them where a handler takes none, and names
 * that class-transformer passes over. Whoever asks `GET /v1/wallets/alice?at=…` for a balance of last year must not be given
 * that of today.
 */
@Injectable()
export class QueryGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { query, routeOptions } = context.switchToHttp().getRequest<FastifyRequest>();
    const names = Object.keys(query as object);
    // Probes and browsers may add what they like to a page that is for everybody.
    if (names.length === 0 || routeOptions.config.access?.kind !== 'restricted') return true;
    const unseen = takesQuery(context) ? names.filter(isPassedOver) : names;
    if (unseen.length === 0) return true;
    const detail = 'is not a known member';
    throw new ProblemError('validation-failed', unseen.map((name) => `/${name} ${detail}`).join('; '), {
      errors: unseen.map((name) => ({ pointer: `/${name}`, detail })),
    });
  }
}

/** class-transformer copies no member of these names, so that no rule would see it. */
function isPassedOver(name: string): boolean {
  return name === 'prototype' || name in Object.prototype;
}

function takesQuery(context: ExecutionContext): boolean {
  const parameters = Reflect.getMetadata(
    ROUTE_ARGS_METADATA,
    context.getClass(),
    context.getHandler().name,
  ) as Record<string, unknown> | undefined;
  return Object.keys(parameters ?? {}).some((key) => key.startsWith(`${RouteParamtypes.QUERY}:`));
}
