import { canonicalJson } from '@app/idempotency';

const maxBytes = 4_096;
const maxKeys = 50;
const maxLevels = 3;

/**
 * What is wrong with a value as the metadata of a transaction, or `undefined`. Metadata is a JSON object of at most 4 KiB,
 * 50 keys at all levels together, and 3 levels, the object itself being the first. A number must be one that comes
 * back as it went in, a text one that PostgreSQL can hold.
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
  // Last, when the depth is known to be harmless.
  if (Buffer.byteLength(canonicalJson(value)) > maxBytes) return `must not have more than ${maxBytes} bytes`;
  return undefined;
}

function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}
