import type { OpenAPIObject } from '@nestjs/swagger';
import { operationsOf } from './operations.js';

/** States for routes without a scope that they need no credentials. Without `security`, tools would have to guess. */
export function openPublicRoutes(document: OpenAPIObject): void {
  for (const { operation } of operationsOf(document)) operation.security ??= [];
}
