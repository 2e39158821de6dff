/**
 * The example of a schema, or one assembled from the examples of its parts. Throws if there is none: the converter would make
 * one up, a different one each time.
 */
export function exampleOf(schema, document, name = 'the schema') {
  const { $ref, example, type, properties, items, allOf } = schema;
  if ($ref !== undefined) {
    const target = $ref.split('/').at(-1);
    return exampleOf(document.components.schemas[target], document, target);
  }
  if (example !== undefined) return example;
  // A reference with a description.
  if (allOf?.length === 1) return exampleOf(allOf[0], document, name);
  if (schema.default !== undefined) return schema.default;
  if (schema.enum) return schema.enum[0];
  if (type === 'boolean') return true;
  if (type === 'array') return [exampleOf(items, document, `${name}[]`)];
  if (type === 'object' && properties) {
    return Object.fromEntries(
      Object.entries(properties).map(([member, part]) => [
        member,
        exampleOf(part, document, `${name}.${member}`),
      ]),
    );
  }
  throw new Error(`${name} has no example`);
}
