import { isUtf8 } from 'node:buffer';
import { ProblemError } from '../problems/problem.js';

export type JsonObject = Record<string, unknown>;

/**
 * How many objects and arrays may stand inside each other. Far more than any valid body has, and few enough for code that
 * calls itself once per level, as class-transformer does.
 */
const maxLevels = 32;

/** Names that turn into something else when a JavaScript object is copied member by member. */
const forbiddenNames = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Reads a body as one JSON object. Stricter than `JSON.parse`, because a request that two readers could understand
 * differently must not move credits: invalid UTF-8, and a member name that comes twice, are errors.
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
  if (names.length !== countMembers(text)) {
    throw new ProblemError('malformed-json', 'A member name comes twice in one object.');
  }
  const forbidden = names.find((name) => forbiddenNames.has(name));
  if (forbidden !== undefined) {
    throw new ProblemError('validation-failed', `The member name ${forbidden} is not allowed.`, {
      errors: [{ pointer: `/${forbidden}`, detail: 'this name is not allowed anywhere in the body' }],
    });
  }
  return value as JsonObject;
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
  const open: { node: unknown; level: number }[] = [{ node: root, level: 1 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, level } = next;
    if (typeof node !== 'object' || node === null) continue;
    if (level > maxLevels) throw nestedTooDeeply();
    if (!Array.isArray(node)) names.push(...Object.keys(node));
    for (const child of Object.values(node) as unknown[]) open.push({ node: child, level: level + 1 });
  }
  return names;
}

function nestedTooDeeply(): ProblemError {
  return new ProblemError('validation-failed', `The body has more than ${maxLevels} levels.`, {
    errors: [{ pointer: '', detail: `must not have more than ${maxLevels} levels` }],
  });
}

/** How many members a valid JSON text writes down: its colons outside of strings. */
function countMembers(text: string): number {
  let members = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (inString && character === '\\') at++;
    else if (character === '"') inString = !inString;
    else if (!inString && character === ':') members++;
  }
  return members;
}
