/** Values from earlier answers by member name: ids of transactions, users, cursors. */
export class Seen {
  private readonly values = new Map<string, unknown[]>();

  /** A value that an answer held under this name, or an unknown one. */
  nth(name: string, index: number): unknown {
    const known = this.values.get(aliases[name] ?? name);
    return known === undefined ? 'never-seen' : known[index % known.length];
  }

  note(json: unknown): void {
    if (Array.isArray(json)) {
      for (const element of json) this.note(element);
    } else if (typeof json === 'object' && json !== null) {
      for (const [name, value] of Object.entries(json)) this.noteMember(name, value);
    }
  }

  private noteMember(name: string, value: unknown): void {
    if (typeof value === 'object') {
      this.note(value);
      return;
    }
    const known = this.values.get(name) ?? [];
    if (known.length < mostPerName && !known.includes(value)) known.push(value);
    this.values.set(name, known);
  }
}

const mostPerName = 100;

/** Some members have another name in cursors and paths. */
const aliases: Record<string, string> = {
  startingAfter: 'id',
  at: 'createdAt',
  from: 'createdAt',
  to: 'createdAt',
};
