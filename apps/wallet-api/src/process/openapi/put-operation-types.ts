import type { OpenAPIObject } from '@nestjs/swagger';
import { problemsMember, problemsOfOperations } from '../../request/openapi/api-problems.js';
import type { OperationTypes } from '../../request/operations/operation-types.js';
import { operationsOf } from './operations.js';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/** The placeholder of `OperationsBody`, which `putOperationTypes` replaces. */
const body = 'OperationsBody';

/**
 * Puts in a schema for each type of operation, lets the list of operations have any of them, and the route the problems of all. Does
 * nothing without the route.
 */
export function putOperationTypes(document: OpenAPIObject, { all }: OperationTypes): void {
  const schemas = document.components?.schemas ?? {};
  putProblemsOf(document, all);
  const list = listOf(schemas[body]);
  if (list) list.items = choiceOf(schemas, all);
  // `choiceOf` has copied them into the types.
  for (const { members } of all.values()) Reflect.deleteProperty(schemas, members.name);
}

/** Replaces the placeholder of `ApiProblems`. */
function putProblemsOf(document: OpenAPIObject, types: OperationTypes['all']): void {
  for (const { operation } of operationsOf(document)) {
    for (const [member, codes] of Object.entries(operation)) {
      if (!member.startsWith(problemsMember) || !(codes as string[]).includes(problemsOfOperations)) continue;
      Object.assign(operation, { [member]: [...types.values()].flatMap(({ problems }) => problems) });
    }
  }
}

function listOf(schema: Schemas[string] | undefined): { items?: object } | undefined {
  const list = schema && 'properties' in schema ? schema.properties?.['operations'] : undefined;
  return list && 'type' in list ? list : undefined;
}

/** `oneOf` these types, told apart by their `type` (OpenAPI 3.1.0, section 4.8.25). */
function choiceOf(schemas: Schemas, types: OperationTypes['all']): object {
  const references = [...types].map(([name, { members, scope }]) => {
    const schema = schemas[members.name];
    if (!schema || '$ref' in schema) throw new Error(`The document has no schema ${members.name}`);
    const title = nameOf(name);
    schemas[title] = {
      type: 'object',
      description: `Needs the scope \`${scope}\`.`,
      properties: { type: { type: 'string', enum: [name] }, ...schema.properties },
      required: ['type', ...(schema.required ?? [])],
    };
    return [name, `#/components/schemas/${title}`] as const;
  });
  return {
    oneOf: references.map(([, $ref]) => ({ $ref })),
    discriminator: { propertyName: 'type', mapping: Object.fromEntries(references) },
  };
}

/** `PurchaseOperation` for `purchase`. */
function nameOf(type: string): string {
  const words = type.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `${words.join('')}Operation`;
}
