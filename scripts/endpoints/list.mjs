/** Pages for people: served, but not part of the OpenAPI document. */
const pages = ['/docs', '/reference', '/openapi.json'].map((path) => ({
  method: 'GET',
  path,
  scope: 'public',
}));

/** The endpoints of an OpenAPI document, one a line, grouped by tag: method, path, and the scope that a client needs. */
export function endpointList({ paths }) {
  const byTag = new Map();
  for (const [path, operations] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      const [tag] = operation.tags;
      const endpoint = { method: method.toUpperCase(), path, scope: scopeOf(operation) };
      byTag.set(tag, [...(byTag.get(tag) ?? []), endpoint]);
    }
  }
  return [...[...byTag.values()].flat(), ...pages]
    .map(({ method, path, scope }) => `${method.padEnd(7)}${path.padEnd(50)} ${scope}`)
    .join('\n');
}

function scopeOf({ security = [] }) {
  const scopes = security.flatMap((scheme) => Object.values(scheme).flat());
  return scopes.join(' or ') || 'public';
}
