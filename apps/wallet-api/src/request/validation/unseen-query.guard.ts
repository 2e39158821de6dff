import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/internal.js';
import type { FastifyRequest } from 'fastify';
import { RequestBody } from '../http/request-body.js';
import { validationProblem } from '../problems/validation-problem.js';
import { queryFaults } from './percent-encoding.js';

/**
 * Rejects query parameters that no pipe would see: any parameter if the handler has no `@Query()`, and names of
 * `Object.prototype`. Otherwise `GET /v1/wallets/alice?at=…` would ignore `at` and answer with the balances of today. Undecodable
 * parameters are rejected for the same reason.
 *
 * On a `@Transactional()` route the Idempotency-Key comes first, so `TransactionalInterceptor` calls `refuseUnseenQuery`.
 */
@Injectable()
export class UnseenQueryGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { routeSettings } = context.switchToHttp().getRequest<FastifyRequest>();
    // Public pages ignore parameters that probes and browsers add.
    const isChecked = routeSettings.access?.kind === 'restricted' && !routeSettings.transactional;
    if (isChecked) refuseUnseenQuery(context);
    return true;
  }
}

/** Throws `validation-failed` if the request has a query parameter that no pipe would see, other than `known`. */
export function refuseUnseenQuery(context: ExecutionContext, known?: string): void {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  if (!request.url.includes('?')) return;
  const unreadable = queryFaults(request.url);
  const unseen = unseenNames(request, context).filter((name) => name !== known);
  if (unreadable.length === 0 && unseen.length === 0) return;
  // A body that is not JSON is the first fault.
  if (request.body instanceof RequestBody) request.body.parse();
  throw validationProblem(
    unreadable.length > 0
      ? unreadable
      : unseen.map((name) => ({ pointer: `/${name}`, detail: 'is not a known member' })),
  );
}

function unseenNames({ query }: FastifyRequest, context: ExecutionContext): string[] {
  const names = Object.keys(query as object);
  return takesQuery(context)
    ? names.filter((name) => name === 'prototype' || name in Object.prototype)
    : names;
}

/**
 * Whether the handler has a `@Query()`. No pipe runs for a missing argument, so only the metadata of the parameters can tell.
 */
function takesQuery(context: ExecutionContext): boolean {
  const taken = Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name) as
    Record<string, { data?: unknown }> | undefined;
  return Object.entries(taken ?? {}).some(
    ([argument, { data }]) => argument.startsWith(`${RouteParamtypes.QUERY}:`) && data === undefined,
  );
}
