import type { OpenAPIObject } from '@nestjs/swagger';
import type { ConditionalDetails } from '../../request/transactional/conditional-details.dto.js';
import type { PostingDetails } from '../../request/transactional/posting-details.dto.js';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

const details: readonly string[] = [
  'reference',
  'description',
  'metadata',
] satisfies (keyof PostingDetails)[];
const last = [...details, 'conditions' satisfies keyof ConditionalDetails];

/** Lists the optional details of postings last, as the examples do. Nest would list inherited members first. */
export function putDetailsLast(schemas: Schemas): void {
  for (const schema of Object.values(schemas)) {
    const members = new Map(membersOf(schema));
    if (!details.every((name) => members.has(name))) continue;
    const names = [...members.keys()];
    const ordered = [
      ...names.filter((name) => !last.includes(name)),
      ...last.filter((name) => members.has(name)),
    ];
    Object.assign(schema, {
      properties: Object.fromEntries(ordered.map((name) => [name, members.get(name)])),
    });
  }
}

function membersOf(schema: Schemas[string] | undefined): [string, unknown][] {
  return schema && 'properties' in schema ? Object.entries(schema.properties ?? {}) : [];
}
