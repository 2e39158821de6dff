import { isUtf8 } from 'node:buffer';
import { excerpt } from '../problems/excerpt.js';
import { ProblemError } from '../problems/problem.js';

export type JsonObject = Record<string, unknown>;

/**
 * How many objects and arrays may stand inside each other. Far more than any valid body has, and few enough for code that
 * calls itself once per level.
 */
const maxLevels = 32;

/** Names that turn into something else when an object is copied member by member. */
const forbiddenNames = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Reads a body as one JSON object. Stricter than `JSON.parse`, because a request that two readers could understand
 * differently must not move credits: invalid UTF-8, a member name that comes twice, and a number with more digits than a
 * double can carry, are errors.
 *
 * Throws `malformed-json`, or `validation-failed` for well-formed JSON that is not an acceptable object.
 */
export function parseJsonObject(bytes: unknown): JsonObject {
  if (!Buffer.isBuffer(bytes) || bytes.length === 0) {
    throw new ProblemError('malformed-json', 'The body is empty; a JSON object is expected.');
  }
  if (!isUtf8(bytes)) throw new ProblemError('malformed-json', 'The body is not valid UTF-8.');
  const text = bytes.toString('utf8');
  const value = parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ProblemError('validation-failed', 'The body must be a JSON object.', {
      errors: [{ pointer: '', detail: 'must be a JSON object' }],
    });
  }
  const names = memberNames(value);
  // What comes out as it went in has no name twice and no number rounded. Most clients write JSON like this.
  if (JSON.stringify(value) !== text) checkSpelling(text, names.length);
  const forbidden =
    names.find((name) => forbiddenNames.has(name)) ??
    // Such a name shadows a member that every object has.
    Object.keys(value).find((name) => name in Object.prototype);
  if (forbidden !== undefined) throw notAllowed(`/${forbidden}`, 'this name is not allowed here');
  return value as JsonObject;
}

/** Throws if the text has more member names than its value, or a number that `JSON.parse` has rounded. */
function checkSpelling(text: string, distinctNames: number): void {
  const { members, numbers } = scan(text);
  if (members !== distinctNames) {
    throw new ProblemError('malformed-json', 'A member name comes twice in one object.');
  }
  const rounded = numbers.find((literal) => !isCarriedExactly(literal));
  if (rounded === undefined) return;
  throw notAllowed('', `the number ${excerpt(rounded, 32)} has more digits than can be carried`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ProblemError(
      'malformed-json',
      error instanceof Error ? error.message : 'The body is not JSON.',
    );
  }
}

/** The names of all members at all levels. Iterative, so that deep nesting cannot exhaust the stack. */
function memberNames(root: object): string[] {
  const names: string[] = [];
  const open = [{ node: root, level: 1 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, level } = next;
    if (level > maxLevels) throw notAllowed('', `must not have more than ${maxLevels} levels`);
    if (!Array.isArray(node)) names.push(...Object.keys(node));
    for (const child of Object.values(node) as unknown[]) {
      if (typeof child === 'object' && child !== null) open.push({ node: child, level: level + 1 });
    }
  }
  return names;
}

function notAllowed(pointer: string, detail: string): ProblemError {
  return new ProblemError('validation-failed', `${pointer || 'the body'}: ${detail}`, {
    errors: [{ pointer, detail }],
  });
}

const token = /"(?:[^"\\]|\\.)*"|:|-?\d[\d.eE+-]*/g;

/** How many members a valid JSON text writes down (its colons outside of texts), and its numbers as they are written. */
function scan(text: string): { members: number; numbers: string[] } {
  const tokens = text.match(token) ?? [];
  return {
    members: tokens.filter((found) => found === ':').length,
    numbers: tokens.filter((found) => found !== ':' && !found.startsWith('"')),
  };
}

/**
 * Whether a number is still the same after `JSON.parse`: 1.00000000000000000001 would be read as 1. Integers that are too
 * large are left to the rules of their member, which know what it may be.
 */
function isCarriedExactly(literal: string): boolean {
  const value = Number(literal);
  if (/^-?\d+$/.test(literal) || !Number.isFinite(value)) return true;
  return decimal(literal) === decimal(String(value));
}

/** One spelling for equal decimal numbers: the significant digits, and the power of ten of the last of them. */
function decimal(literal: string): string {
  const [mantissa = '', exponent = '0'] = literal.toLowerCase().replace(/^-/, '').split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const digits = `${whole}${fraction}`;
  let end = digits.length;
  while (end > 0 && digits[end - 1] === '0') end--;
  let start = 0;
  while (start < end && digits[start] === '0') start++;
  return start === end
    ? ''
    : `${digits.slice(start, end)}e${Number(exponent) - fraction.length + digits.length - end}`;
}
