import type { QueryRunner } from 'typeorm';

/** What a sign-up needs of the rest of the wallet; the application binds it. */
export abstract class UserRegistration {
  /**
   * Registers a user whom nobody knows yet, with an account in every asset, in one database transaction with what `also`
   * writes. Answers `false`, and has written nothing, if `also` does, or if the id has any account: a sign-up must never
   * take over somebody's wallet.
   */
  abstract registerNew(
    userId: string,
    also: (queryRunner: QueryRunner) => Promise<boolean>,
  ): Promise<boolean>;
}
