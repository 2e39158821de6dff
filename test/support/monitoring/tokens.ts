const token =
  /\s+|(?<text>"(?:[^"\\]|\\.)*"|'[^']*')|(?<number>\d[\d.]*(?:[smhdwy]|ms)?)|(?<name>[A-Za-z_:][\w:]*)|(?<sign>=~|!~|[=!<>]=|[-+*/%^=<>(){}[\],])/gy;

export interface Token {
  kind: 'text' | 'number' | 'name' | 'sign' | 'end';
  text: string;
}

/** A cursor over the tokens of a PromQL expression. */
export class Tokens {
  private readonly tokens: readonly Token[];
  private position = 0;

  constructor(private readonly source: string) {
    this.tokens = [...readTokens(source)];
  }

  get next(): Token {
    return this.tokens[this.position] ?? { kind: 'end', text: '' };
  }

  /** Whether the next token is one of these. */
  sees(...texts: string[]): boolean {
    return this.next.kind !== 'text' && texts.includes(this.next.text);
  }

  take(): Token {
    const { next } = this;
    this.position++;
    return next;
  }

  takeIf(...texts: string[]): boolean {
    const seen = this.sees(...texts);
    if (seen) this.position++;
    return seen;
  }

  expect(text: string): void {
    if (!this.takeIf(text)) throw this.error(`${text} expected`);
  }

  /** Reads `(a, b)`, with any brackets and any kind of item. */
  list<T>(open: string, close: string, item: () => T): T[] {
    const items: T[] = [];
    this.expect(open);
    while (!this.takeIf(close)) {
      items.push(item());
      if (!this.sees(close)) this.expect(',');
    }
    return items;
  }

  error(message: string): Error {
    return new Error(`${message} at ${JSON.stringify(this.next.text)} in ${this.source}`);
  }
}

function* readTokens(source: string): Generator<Token> {
  token.lastIndex = 0;
  while (token.lastIndex < source.length) {
    const at = token.lastIndex;
    const match = token.exec(source);
    if (!match) throw new Error(`cannot read ${JSON.stringify(source.slice(at))}`);
    const [kind, text] = Object.entries(match.groups!).find(([, found]) => found !== undefined) ?? [];
    if (kind !== undefined) yield { kind: kind as Token['kind'], text: text! };
  }
}
