import fc from 'fast-check';
import type { OpenApiDocument, Schema } from '../e2e/support/contract.js';

/** Generates values of a schema, like a client that knows nothing but the document. */
export class SchemaValues {
  constructor(private readonly document: OpenApiDocument) {}

  /** Valid values. Examples of the document are the most frequent, because they exist in the service. */
  of(schema: Schema): fc.Arbitrary<unknown> {
    const target = this.resolve(schema);
    const { example, const: only, enum: oneOf } = target;
    if (only !== undefined) return fc.constant(only);
    if (Array.isArray(oneOf)) return fc.constantFrom(...(oneOf as unknown[]));
    const alternatives = (target['oneOf'] ?? target['anyOf'] ?? target['allOf']) as Schema[] | undefined;
    if (alternatives) {
      const { minProperties = 0 } = target;
      return fc
        .oneof(...alternatives.map((alternative) => this.of(alternative)))
        .filter((value) => !isObject(value) || Object.keys(value).length >= Number(minProperties));
    }
    const typed = fc.oneof(...typesOf(target).map((type) => this.ofType(type, target)));
    if (example === undefined || isObject(example)) return typed;
    return fc.oneof({ weight: 2, arbitrary: fc.constant(example) }, { weight: 1, arbitrary: typed });
  }

  resolve(schema: Schema): Schema {
    const { $ref } = schema;
    if (typeof $ref !== 'string') return schema;
    const target = this.document.components.schemas[$ref.split('/').at(-1) ?? ''];
    if (!target) throw new Error(`${$ref} is not in the document`);
    return this.resolve(target);
  }

  private ofType(type: string, schema: Schema): fc.Arbitrary<unknown> {
    switch (type) {
      case 'string':
        return text(schema);
      case 'integer':
        return integer(schema);
      case 'number':
        return fc.double({ noNaN: true, noDefaultInfinity: true });
      case 'boolean':
        return fc.boolean();
      case 'null':
        return fc.constant(null);
      case 'array':
        return this.list(schema);
      default:
        return this.object(schema);
    }
  }

  private list({ items, minItems = 0 }: Schema): fc.Arbitrary<unknown> {
    const minLength = Number(minItems);
    return fc.array(this.of(items as Schema), { minLength, maxLength: Math.max(3, minLength) });
  }

  private object({ properties, required, ...schema }: Schema): fc.Arbitrary<unknown> {
    if (!properties) {
      const { additionalProperties } = schema;
      if (isObject(additionalProperties)) return this.dictionary(additionalProperties as Schema, schema);
      return additionalProperties === false ? fc.constant({}) : anyMembers;
    }
    const members = Object.entries(properties as Record<string, Schema>).map(
      ([name, member]) => [name, this.of(member)] as const,
    );
    return fc.record(Object.fromEntries(members), { requiredKeys: (required ?? []) as string[] });
  }

  private dictionary(
    member: Schema,
    { minProperties = 0, maxProperties = 5 }: Schema,
  ): fc.Arbitrary<unknown> {
    return fc.dictionary(fc.constantFrom('GOLD', 'SILVER', 'LOYALTY'), this.of(member), {
      minKeys: minProperties as number,
      maxKeys: maxProperties as number,
    });
  }
}

/** Arbitrary members, for schemas that allow any; their number may still be bounded. */
const anyMembers = fc.dictionary(
  fc.stringMatching(/^[a-z]{1,8}$/),
  fc.oneof(fc.integer(), fc.boolean(), fc.constant(null), fc.string({ maxLength: 20 })),
  { maxKeys: 5 },
);

function typesOf({ type, properties }: Schema): string[] {
  if (Array.isArray(type)) return type as string[];
  return [typeof type === 'string' ? type : properties ? 'object' : 'string'];
}

function integer({ minimum, maximum }: Schema): fc.Arbitrary<number> {
  const min = typeof minimum === 'number' ? minimum : Number.MIN_SAFE_INTEGER;
  const max = typeof maximum === 'number' ? maximum : Number.MAX_SAFE_INTEGER;
  const small = fc.integer({ min, max: Math.min(max, min + 100) });
  return fc.oneof(
    { weight: 4, arbitrary: small },
    fc.maxSafeInteger().map((n) => bounded(n, min, max)),
  );
}

function bounded(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}

function text({ format, pattern, minLength = 0, maxLength = 40 }: Schema): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.uuid();
  if (format === 'date-time') {
    return fc
      .date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString());
  }
  if (typeof pattern === 'string') {
    return fc.stringMatching(new RegExp(pattern, 'u'), { maxLength: maxLength as number });
  }
  const bounds = { minLength: minLength as number, maxLength: maxLength as number };
  // NUL and lone surrogates are left to the broken requests.
  return fc.oneof(
    // Maximum lengths, where readings of a bound may differ.
    fc.constant('x'.repeat(bounds.maxLength)),
    fc.string(bounds),
    fc
      .string({ ...bounds, unit: 'grapheme-composite' })
      .map((value) => cut(value.replaceAll('\0', '0'), bounds)),
  );
}

/** A length counts code points; a visible character may consist of several. */
function cut(value: string, { maxLength }: { maxLength: number }): string {
  return [...value].slice(0, maxLength).join('');
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
