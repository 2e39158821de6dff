import type { Type } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { PreviewedTransaction } from '../../request/transactional/dry-run-answer.dto.js';
import { TransactionAnswer } from '../../request/transactional/transaction-answer.dto.js';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/** The classes that document what capabilities add to the answer of a transaction. */
export class TransactionMembers {
  constructor(readonly classes: readonly Type[]) {}
}

/** Moves the properties of these classes into the schemas of a transaction and of a previewed one. */
export function putTransactionMembers(schemas: Schemas, classes: readonly Type[]): void {
  for (const { name } of classes) {
    const added = schemaOf(name, schemas);
    for (const transaction of [TransactionAnswer, PreviewedTransaction]) {
      const schema = schemaOf(transaction.name, schemas);
      schema.properties = { ...schema.properties, ...added.properties };
    }
    Reflect.deleteProperty(schemas, name);
  }
}

function schemaOf(name: string, schemas: Schemas) {
  const schema = schemas[name];
  if (!schema || '$ref' in schema) throw new Error(`The document has no schema ${name}`);
  return schema;
}
