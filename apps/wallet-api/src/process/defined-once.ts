/** What one capability defines, by name. */
type Definitions<Definition> = readonly [owner: string, definitions: Readonly<Record<string, Definition>>];

/** Puts the definitions of all owners together, in their order. Throws if two of them define the same name. */
export function definedOnce<Definition>(
  what: string,
  sources: readonly Definitions<Definition>[],
): Record<string, Definition> {
  const owners = new Map<string, string>();
  for (const [owner, definitions] of sources) {
    for (const name of Object.keys(definitions)) {
      const other = owners.get(name);
      if (other !== undefined) {
        throw new Error(`The capabilities ${other} and ${owner} both define the ${what} ${name}.`);
      }
      owners.set(name, owner);
    }
  }
  return Object.assign({}, ...sources.map(([, definitions]) => definitions)) as Record<string, Definition>;
}
