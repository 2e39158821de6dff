import { requireOwnSessions } from '@app/database';

export type AddressVariable = 'DATABASE_URL' | 'MIGRATION_DATABASE_URL';

/** The database in this variable cannot be used. The cause says why. */
export class AddressError extends Error {
  override readonly name = 'AddressError';
  readonly variable: AddressVariable;
  /** The file that `sslrootcert` names. */
  readonly authority: string | undefined;

  constructor({ url, variable }: { url: string; variable: AddressVariable }, cause: unknown) {
    super(`the database of ${variable} cannot be used`, { cause });
    this.variable = variable;
    this.authority = new URLSearchParams(url.split('?')[1]).get('sslrootcert') ?? undefined;
  }
}

/** The first connection to an address. Throws AddressError if it fails, or if a pooler shares sessions. */
export async function reachDatabase(address: { url: string; variable: AddressVariable }): Promise<void> {
  try {
    await requireOwnSessions(address.url);
  } catch (cause) {
    throw new AddressError(address, cause);
  }
}
