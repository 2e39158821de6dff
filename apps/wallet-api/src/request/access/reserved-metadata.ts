/** Members of metadata that only the service may write into the transactions of players. */
export interface ReservedMembers {
  readonly members: readonly string[];
  /** What writes them, as the caller reads it: `the catalogue`. */
  readonly writer: string;
}

/** The members that all capabilities have reserved. */
export class ReservedMetadata {
  constructor(private readonly reserved: readonly ReservedMembers[]) {}

  /** What is wrong with metadata from a player that has a reserved member; `undefined` if it has none. */
  faultOf(metadata: object): string | undefined {
    for (const { members, writer } of this.reserved) {
      const member = members.find((name) => Object.hasOwn(metadata, name));
      if (member !== undefined) {
        return `must not have the member ${member} from a player: ${writer} writes it`;
      }
    }
    return undefined;
  }
}
