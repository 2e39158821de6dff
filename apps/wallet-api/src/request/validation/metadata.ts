import { canonicalJson } from '@app/idempotency';

const maxBytes = 4_096;
const maxKeys = 50;
const maxLevels = 3;

/**
 * The fault in the metadata of a transaction; `undefined` if it is valid. Metadata is a JSON object of at most 4 KiB, 50 keys in
 * total, and 3 levels, of which the object itself is the first. Numbers must survive a JSON round trip, and PostgreSQL must be able
 * to store the texts.
 */
export function metadataFault(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'must be a JSON object';
  let keys = 0;
  const open: { node: unknown; level: number }[] = [{ node: value, level: 1 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, level } = next;
    if (typeof node === 'string' && !isStorable(node)) return 'must not hold NUL or half of a surrogate pair';
    if (typeof node === 'number' && !(Math.abs(node) <= Number.MAX_SAFE_INTEGER)) {
      return 'must not hold a number beyond ±(2^53 − 1)';
    }
    if (typeof node !== 'object' || node === null) continue;
    if (level > maxLevels) return `must not have more than ${maxLevels} levels`;
    if (!Array.isArray(node)) {
      const names = Object.keys(node);
      keys += names.length;
      if (keys > maxKeys) return `must not have more than ${maxKeys} keys`;
      if (!names.every(isStorable)) return 'must not hold NUL or half of a surrogate pair';
    }
    open.push(...Object.values(node).map((child: unknown) => ({ node: child, level: level + 1 })));
  }
  // Last, because serialising recurses and the depth is known to be harmless by now.
  if (Buffer.byteLength(canonicalJson(value)) > maxBytes) return `must not have more than ${maxBytes} bytes`;
  return undefined;
}

function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}
