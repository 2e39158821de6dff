import type { OpenApiDocument, Schema } from './contract.js';

/**
 * The example of a schema: its own, or one assembled from those of its parts. Throws if a part has none.
 */
export function exampleOf(schema: Schema, document: OpenApiDocument, name = 'the schema'): unknown {
  const { $ref, example, type, properties, items, allOf } = schema;
  if (typeof $ref === 'string') {
    const target = $ref.split('/').at(-1) ?? '';
    return exampleOf(document.components.schemas[target] ?? {}, document, target);
  }
  if (example !== undefined) return example;
  // A reference with a description.
  if (Array.isArray(allOf) && allOf.length === 1) return exampleOf(allOf[0] as Schema, document, name);
  if (Array.isArray(schema['enum'])) return schema['enum'][0] as unknown;
  if (type === 'boolean') return true;
  if (type === 'array') return [exampleOf(items as Schema, document, `${name}[]`)];
  if (type === 'object' && properties) {
    return Object.fromEntries(
      Object.entries(properties as Record<string, Schema>).map(([member, part]) => [
        member,
        exampleOf(part, document, `${name}.${member}`),
      ]),
    );
  }
  throw new Error(`${name} has no example`);
}
