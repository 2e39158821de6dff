import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../problems/problem.js';
import { type Access, AccessRule } from './access.decorator.js';
import { type Caller, callerOf } from './caller.js';

/**
 * Rejects callers without permission (403). Runs before any lookup, so neither the answer nor its timing reveals whether
 * another wallet exists.
 */
@Injectable()
export class ScopeGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const access = this.reflector.get(AccessRule, context.getHandler()) as Access | undefined;
    if (access?.kind === 'public') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (access && isAllowed(callerOf(request), access, request)) return true;
    throw new ProblemError('forbidden');
  }
}

function isAllowed(
  caller: Caller,
  { scopes, players }: Extract<Access, { kind: 'restricted' }>,
  { params }: FastifyRequest,
): boolean {
  if (caller.kind === 'client') return scopes.some((scope) => caller.scopes.has(scope));
  if (players === 'all') return true;
  return players === 'own-wallet' && (params as { userId?: string }).userId === caller.userId;
}
