/**
 * The names of all scopes. Each capability adds its scopes by declaration merging in its `*.scopes.ts`: `request/` imports no
 * capability. `process/scopes.ts` registers them all.
 */
export interface Scopes {
  /** The scope that belongs to no capability. */
  admin: true;
}

export type Scope = keyof Scopes;
