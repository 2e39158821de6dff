import type { RegisteredNames } from '../../request/openapi/registered.js';

type Node = Record<string, unknown>;

/** Replaces what `registered` stands for, everywhere in a document, by what is registered. */
export function putRegistered(
  node: unknown,
  names: Readonly<Record<RegisteredNames, readonly string[]>>,
): void {
  if (typeof node !== 'object' || node === null) return;
  const { enum: values } = node as Node;
  if (Array.isArray(values) && values.length === 1) {
    const name = /^\{(transactionTypes|systemAccounts|problemCodes)\}$/.exec(String(values[0]))?.[1];
    if (name !== undefined) (node as Node).enum = [...names[name as RegisteredNames]];
  }
  for (const child of Object.values(node)) putRegistered(child, names);
}
