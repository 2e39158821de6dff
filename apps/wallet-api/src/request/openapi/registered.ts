import { ApiProperty } from '@nestjs/swagger';

/** Names that capabilities register. */
export type RegisteredNames = 'transactionTypes' | 'systemAccounts';

/** For `enum` and `x-extensible-enum`: a placeholder for registered names, which are not known while decorators run. */
export function registered(names: RegisteredNames): string[] {
  return [`{${names}}`];
}

/**
 * Documents the type of a transaction: a string with the values known today. An `enum` would close it: clients generated
 * before a capability is added would reject its types. Generators make a plain `string` of `x-extensible-enum`.
 */
export function ApiTransactionType(): PropertyDecorator {
  return ApiProperty({
    type: 'string',
    description: 'More types can be added; accept unknown ones.',
    example: 'spend',
    // Spread, because Nest's types know no extension here; it passes them on.
    ...{ 'x-extensible-enum': registered('transactionTypes') },
  });
}
