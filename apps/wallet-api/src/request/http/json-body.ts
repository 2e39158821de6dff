import { isUtf8 } from 'node:buffer';
import { excerpt } from '../problems/excerpt.js';
import { ProblemError } from '../problems/problem.js';

export type JsonObject = Record<string, unknown>;

/**
 * How deep objects and arrays may nest: far deeper than in any valid body, and shallow enough for recursive code.
 */
const maxLevels = 32;

/** Names that allow prototype pollution when an object is copied member by member. */
const forbiddenNames = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Parses a body as one JSON object. Stricter than `JSON.parse`, because a request that two parsers could read differently must
 * not move credits: invalid UTF-8, duplicate member names, and numbers with more digits than a double can hold are errors.
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
  // A text that survives the round trip has no duplicate name and no rounded number. Most clients send such JSON.
  if (JSON.stringify(value) !== text) checkSpelling(text, names.length);
  const forbidden =
    names.find((name) => forbiddenNames.has(name)) ??
    // At the top level, a name that shadows a member of every object is forbidden too.
    Object.keys(value).find((name) => name in Object.prototype);
  if (forbidden !== undefined) throw notAllowed(`/${forbidden}`, 'this name is not allowed here');
  return value as JsonObject;
}

/** Throws for duplicate member names, and for numbers that `JSON.parse` rounded. */
function checkSpelling(text: string, distinctNames: number): void {
  const { members, numbers } = scan(text);
  if (members !== distinctNames) {
    throw new ProblemError('malformed-json', 'An object has a duplicate member name.');
  }
  const rounded = numbers.find((literal) => !isParsedExactly(literal));
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

/** The member names at all levels. Iterative, because deep nesting could exhaust the stack. */
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

/** Counts the members of a valid JSON text (its colons outside strings), and collects its number literals. */
function scan(text: string): { members: number; numbers: string[] } {
  const tokens = text.match(token) ?? [];
  return {
    members: tokens.filter((found) => found === ':').length,
    numbers: tokens.filter((found) => found !== ':' && !found.startsWith('"')),
  };
}

/**
 * Whether `JSON.parse` keeps the value of a number: it reads 1.00000000000000000001 as 1. Integers that are too large for a
 * double pass here, and the validation rules of their member decide.
 */
function isParsedExactly(literal: string): boolean {
  const value = Number(literal);
  if (/^-?\d+$/.test(literal) || !Number.isFinite(value)) return true;
  return decimal(literal) === decimal(String(value));
}

/** The canonical spelling of a decimal number: its significant digits, and the power of ten of the last one. */
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
