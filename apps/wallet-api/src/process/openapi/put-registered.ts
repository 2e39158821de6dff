import type { RegisteredNames } from '../../request/openapi/registered.js';

type Node = Record<string, unknown>;

/** Replaces the placeholders of `registered`, in the closed and open enums of a document, by the registered names. */
export function putRegistered(
  node: unknown,
  names: Readonly<Record<RegisteredNames, readonly string[]>>,
): void {
  if (typeof node !== 'object' || node === null) return;
  for (const member of ['enum', 'x-extensible-enum']) {
    const values = (node as Node)[member];
    if (!Array.isArray(values) || values.length !== 1) continue;
    const name = /^\{(transactionTypes|systemAccounts)\}$/.exec(String(values[0]))?.[1];
    if (name !== undefined) (node as Node)[member] = [...names[name as RegisteredNames]];
  }
  for (const child of Object.values(node)) putRegistered(child, names);
}
