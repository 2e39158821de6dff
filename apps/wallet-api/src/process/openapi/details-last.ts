import type { OpenAPIObject } from '@nestjs/swagger';
import { ConditionalDetails } from '../../request/transactional/conditional-details.dto.js';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/** Lists the optional posting details last, as the examples do. Nest would list inherited members first. */
export function putDetailsLast(schemas: Schemas): void {
  const details = membersOf(schemas[ConditionalDetails.name]);
  for (const schema of Object.values(schemas)) {
    const members = membersOf(schema);
    if (details.length === 0 || !details.every(([name]) => members.some(([member]) => member === name)))
      continue;
    const isDetail = ([name]: [string, unknown]) => details.some(([detail]) => detail === name);
    const ordered = [...members.filter((member) => !isDetail(member)), ...members.filter(isDetail)];
    Object.assign(schema, { properties: Object.fromEntries(ordered) });
  }
}

function membersOf(schema: Schemas[string] | undefined): [string, unknown][] {
  return schema && 'properties' in schema ? Object.entries(schema.properties ?? {}) : [];
}
