/** The prefix of the Idempotency-Keys in the documentation. The pages that send requests replace such keys. */
export const exampleKeyPrefix = 'example-';

/** The example key of an operation. Operations do not share one: the second to use it would be refused. */
export function exampleKeyOf(operationId: string): string {
  return `${exampleKeyPrefix}${operationId}`;
}
