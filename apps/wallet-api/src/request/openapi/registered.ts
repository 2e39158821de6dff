/** Names that capabilities register. */
export type RegisteredNames = 'transactionTypes' | 'systemAccounts';

/** For `enum` and `x-extensible-enum`: a placeholder for registered names, which are not known while decorators run. */
export function registered(names: RegisteredNames): string[] {
  return [`{${names}}`];
}
