/** What a client may be allowed to do. A scope includes no other. */
export const scopes = ['wallet:read', 'wallet:write', 'catalog:write', 'admin'] as const;
export type Scope = (typeof scopes)[number];

export function isScope(text: string): text is Scope {
  return (scopes as readonly string[]).includes(text);
}
