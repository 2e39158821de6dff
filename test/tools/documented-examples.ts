/** A command of a page, with its documented answer. */
export interface Example {
  title: string;
  command: string;
  answer: string | undefined;
}

/**
 * The commands of a Markdown page, in order: its `bash` blocks that use curl or set a variable, each with the `http` block
 * behind it, which is the answer to its last command.
 */
export function examplesIn(page: string): Example[] {
  const examples: Example[] = [];
  const part = /^#+ (?<heading>.+)$|^```(?<kind>bash|http)\n(?<content>[^]*?)^```$/gm;
  let title = '';
  for (const { groups } of page.matchAll(part)) {
    const { heading, kind, content = '' } = groups!;
    if (heading) title = heading;
    else if (kind === 'bash' && /^(curl |\w+=)/m.test(content)) {
      examples.push({ title, command: content, answer: undefined });
    } else if (kind === 'http') {
      const last = examples.at(-1);
      if (!last || last.answer !== undefined)
        throw new Error(`the answer under "${title}" has no command; put a bash block before it`);
      last.answer = content;
    }
  }
  return examples;
}

export interface HttpAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** An answer as `curl -i` prints it and the pages show it. */
export function parseAnswer(text: string): HttpAnswer {
  const [head = '', ...rest] = text.replaceAll('\r', '').split('\n\n');
  const [statusLine = '', ...lines] = head.split('\n');
  return {
    status: Number(/^HTTP\/1\.1 (\d{3}) /.exec(statusLine)?.[1]),
    headers: Object.fromEntries(
      lines
        .filter((line) => line.includes(':'))
        .map((line) => [
          line.slice(0, line.indexOf(':')).toLowerCase(),
          line.slice(line.indexOf(':') + 1).trim(),
        ]),
    ),
    body: rest.join('\n\n'),
  };
}

/** The documented value, with `"…"` as a wildcard; objects may have further members. */
export function expected(documented: unknown): unknown {
  if (documented === '…') return expect.anything();
  if (Array.isArray(documented)) return documented.map(expected);
  if (typeof documented !== 'object' || documented === null) return documented;
  return expect.objectContaining(
    Object.fromEntries(Object.entries(documented).map(([name, value]) => [name, expected(value)])),
  );
}
