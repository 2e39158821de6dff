/** What the credits of a database are: those of players, or those of developers and testers. */
export const walletEnvironments = ['live', 'test'] as const;
export type WalletEnvironment = (typeof walletEnvironments)[number];

/** The injection token of WalletEnvironment. */
export const walletEnvironment = Symbol('WalletEnvironment');

/** A DataSource, or the EntityManager of a transaction. */
interface Queryable {
  query<T>(sql: string): Promise<T>;
}

/** Reads the environment of this database, which never changes. Throws if the database is not initialised. */
export async function readWalletEnvironment(database: Queryable): Promise<WalletEnvironment> {
  const [settings] = await database.query<{ environment: WalletEnvironment }[]>(
    `SELECT environment FROM ledger_settings`,
  );
  if (!settings)
    throw new Error('The table ledger_settings is empty; run `npm run migrate` to initialise the database');
  return settings.environment;
}
