import type { Type } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { TransactionAnswer } from '../../request/transactional/transaction-answer.dto.js';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/** The classes that document what capabilities add to the answer of a transaction. */
export class TransactionMembers {
  constructor(readonly classes: readonly Type[]) {}
}

/** Moves the properties of these classes into the schema of a transaction. */
export function putTransactionMembers(schemas: Schemas, classes: readonly Type[]): void {
  const transaction = schemas[TransactionAnswer.name];
  if (!transaction || '$ref' in transaction) throw new Error('The document has no schema of a transaction');
  for (const { name } of classes) {
    const added = schemas[name];
    if (!added || '$ref' in added) throw new Error(`The document has no schema ${name}`);
    transaction.properties = { ...transaction.properties, ...added.properties };
    Reflect.deleteProperty(schemas, name);
  }
}
