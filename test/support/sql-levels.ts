/** One query level of a statement. */
export interface QueryLevel {
  /** Without its subqueries, string literals and quotes. */
  text: string;
  subqueries: QueryLevel[];
  enclosing: QueryLevel | undefined;
  /** A row source: a subquery behind FROM, JOIN or LATERAL, or the statement itself. */
  isRowSource: boolean;
}

/** The query levels of a statement, outermost first. The two sides of UNION are one level each. */
export function queryLevelsOf(sql: string): QueryLevel[] {
  const plain = sql
    .replace(/'(?:[^']|'')*'/g, `''`)
    .replaceAll('"', '')
    .replace(/\s+/g, ' ')
    .trim();
  return readLevels(plain, undefined, true);
}

function readLevels(text: string, enclosing: QueryLevel | undefined, isRowSource: boolean): QueryLevel[] {
  return splitSetOperation(text).flatMap((part) => {
    const level: QueryLevel = { text: '', subqueries: [], enclosing, isRowSource };
    const below: QueryLevel[] = [];
    for (let at = 0; at < part.length;) {
      const end = part[at] === '(' ? closingOf(part, at) : at;
      const inside = part.slice(at + 1, end);
      if (end > at && /^ ?\(*(?:SELECT|WITH)\b/.test(inside)) {
        const isFrom = /\b(?:FROM|JOIN|LATERAL|USING) ?$/.test(level.text);
        const levels = readLevels(inside.trim(), level, isFrom);
        level.subqueries.push(...levels.filter((inner) => inner.enclosing === level));
        below.push(...levels);
        level.text += '()';
        at = end + 1;
      } else {
        level.text += part.charAt(at++);
      }
    }
    return [level, ...below];
  });
}

function splitSetOperation(text: string): string[] {
  const parts = [''];
  for (let at = 0; at < text.length;) {
    const [operation] = /^\b(?:UNION|INTERSECT|EXCEPT)(?: ALL)?\b/.exec(text.slice(at)) ?? [];
    const end = text[at] === '(' ? closingOf(text, at) : at;
    if (operation && /\W$/.test(text.slice(0, at))) {
      parts.push('');
      at += operation.length;
    } else {
      parts.push((parts.pop() ?? '') + text.slice(at, end + 1));
      at = end + 1;
    }
  }
  return parts;
}

function closingOf(text: string, opening: number): number {
  let depth = 0;
  for (let at = opening; at < text.length; at++) {
    if (text[at] === '(') depth++;
    if (text[at] === ')' && --depth === 0) return at;
  }
  throw new Error(`a parenthesis is not closed in ${text}`);
}
