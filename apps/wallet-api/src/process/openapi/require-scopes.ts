import type { ScopeRegistry } from '@app/clients';
import type { OpenAPIObject } from '@nestjs/swagger';
import { operationsOf } from './operations.js';

/** Throws if a route requires a scope that no capability has registered: no client could call it. */
export function requireScopes(document: OpenAPIObject, scopes: Pick<ScopeRegistry, 'has'>): void {
  for (const { name, operation } of operationsOf(document)) {
    const required = (operation.security ?? []).flatMap((scheme) => Object.values(scheme).flat());
    const unknown = required.find((scope) => !scopes.has(scope));
    if (unknown !== undefined) {
      throw new Error(`${name} requires the scope ${unknown}, which no capability has registered.`);
    }
  }
}
