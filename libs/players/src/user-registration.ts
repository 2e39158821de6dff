import type { QueryRunner } from 'typeorm';

export interface NewUser {
  userId: string;
  metadata: Record<string, unknown>;
}

/** What a sign-up needs of the rest of the wallet; the application binds it. */
export abstract class UserRegistration {
  /** Completes a registration: afterwards the user has all that a new one gets, each of it once. */
  abstract register(user: NewUser): Promise<{ created: boolean }>;

  /**
   * Registers a user only if nobody has the id yet, be it by an account alone; else answers `false`, and nothing happened.
   * `alongside` writes, in the same transaction, what has to be there if and only if the registration is.
   */
  abstract registerNew(
    user: NewUser,
    alongside: (queryRunner: QueryRunner) => Promise<void>,
  ): Promise<boolean>;

  /** Whether `registerNew` would refuse this id now. */
  abstract isTaken(userId: string): Promise<boolean>;
}
