import type { CapabilityRegistry } from '../capability/capability-registry.js';
import type { Posting, Route, SinglePosting } from '../posting.js';

export interface PostingRoutes {
  /** All routes to lock. */
  routes: readonly Route[];
  /** Those of each operation of a group; empty for any other posting. */
  operationRoutes: readonly (readonly Route[])[];
}

const none: PostingRoutes['operationRoutes'] = [];

/** Throws for an unregistered type or system account, which is a defect of the caller. */
export function routesOf(posting: Posting, capabilities: CapabilityRegistry): PostingRoutes {
  requireKeyed(posting, capabilities);
  if (!('operations' in posting)) {
    return { routes: routesOfOne(posting, capabilities), operationRoutes: none };
  }
  const operationRoutes = posting.operations.map((operation) => {
    requireKeyed(operation, capabilities);
    return routesOfOne(operation, capabilities);
  });
  return { routes: operationRoutes.flat(), operationRoutes };
}

function routesOfOne(posting: SinglePosting, capabilities: CapabilityRegistry): readonly Route[] {
  const routes = capabilities.routesOf(posting);
  for (const { source, destination } of routes) {
    const { id } = source.kind === 'system' ? source : destination;
    if (!capabilities.isSystemAccount(id))
      throw new Error(`No capability has registered the system account ${id}`);
  }
  return routes;
}

function requireKeyed({ type }: Posting, capabilities: CapabilityRegistry): void {
  if (!capabilities.isKeyed(type))
    throw new Error(`The transaction type ${type} is keyless and cannot be posted`);
}
