/** What one scope allows. */
export interface ScopeDefinition {
  /** For documents and operators: what a client with this scope may do. */
  allows: string;
  /** Scopes that this one grants too, or `everything` for all registered scopes. */
  includes?: readonly string[] | 'everything';
}

export type ScopeDefinitions = Readonly<Record<string, ScopeDefinition>>;

/**
 * The scopes this service knows. Each capability defines its scopes next to its routes, and the application registers them here.
 * The database may hold other names.
 */
export class ScopeRegistry {
  private readonly definitions: ReadonlyMap<string, ScopeDefinition>;

  constructor(definitions: ScopeDefinitions) {
    this.definitions = new Map(Object.entries(definitions));
    for (const name of this.definitions.keys()) this.expand([name]);
  }

  get names(): string[] {
    return [...this.definitions.keys()];
  }

  list(): { name: string; allows: string }[] {
    return [...this.definitions].map(([name, { allows }]) => ({ name, allows }));
  }

  has(name: string): boolean {
    return this.definitions.has(name);
  }

  /**
   * Every scope that these grant, directly or by inclusion. An unregistered name grants nothing: a newer release may have stored
   * it.
   */
  expand(granted: Iterable<string>): ReadonlySet<string> {
    const all = new Set<string>();
    for (const name of granted) {
      const definition = this.definitions.get(name);
      if (!definition) continue;
      all.add(name);
      for (const included of this.includedBy(name, definition)) all.add(included);
    }
    return all;
  }

  private includedBy(name: string, { includes = [] }: ScopeDefinition): readonly string[] {
    if (includes === 'everything') return this.names;
    const unknown = includes.find((included) => !this.has(included));
    if (unknown !== undefined)
      throw new Error(`The scope ${name} includes the unregistered scope ${unknown}`);
    return includes;
  }
}
