import { readFileSync } from 'node:fs';

/** The commands and settings of docs/operations.md, with this folder instead of /backup. */
export function documentedBackups(folder: string) {
  const blockOf = (section: string, part: string) =>
    onlyBlock(section, part).replaceAll('/backup/', `${folder}/`);
  return {
    dump: blockOf('Back up', 'pg_dump '),
    archiving: settingsIn(blockOf('Back up', 'archive_command')),
    base: blockOf('Back up', 'pg_basebackup '),
    restore: blockOf('Restore', 'pg_restore '),
    recovery: settingsIn(blockOf('Restore', 'restore_command')),
  };
}

/** The only code block of a section that contains this. */
function onlyBlock(section: string, part: string): string {
  const page = readFileSync('docs/operations.md', 'utf8');
  const text = page.split(`\n## ${section}\n`)[1]?.split('\n## ')[0] ?? '';
  const blocks = [...text.matchAll(/^```\w*\n([^]*?)^```$/gm)].map(([, block]) => block!);
  const found = blocks.filter((block) => block.includes(part));
  if (found.length !== 1) throw new Error(`"${section}" has ${found.length} blocks with ${part}`);
  return found[0]!;
}

/** The lines of a postgresql.conf. */
function settingsIn(block: string): Record<string, string> {
  const lines = block.trim().split('\n');
  return Object.fromEntries(
    lines.map((line) => {
      const [, name, quoted, plain] = /^(\w+) = (?:'(.*)'|(\S+))$/.exec(line) ?? [];
      if (name === undefined) throw new Error(`not a setting: ${line}`);
      return [name, quoted ?? plain!];
    }),
  );
}
