import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { hashPassword } from './passwords/password-hash.js';

/** The request cannot be carried out; the message tells the operator why. */
export class PlayerRegisterError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'PlayerRegisterError';
  }
}

export interface ListedPlayer {
  userId: string;
  createdAt: Date;
}

/**
 * Administers players with a password, for operators. Needs the login that owns the tables: the service's role cannot remove a
 * player. The SQL is handwritten because PostgreSQL computes the shard, and repositories have no `starts_with`.
 */
export class PlayerRegister {
  constructor(private readonly dataSource: DataSource) {}

  /** Players whose id starts with `prefix`, sorted by id, at most `limit`. */
  list({ prefix, limit }: { prefix: string; limit: number }): Promise<ListedPlayer[]> {
    return this.dataSource.query<ListedPlayer[]>(
      `SELECT user_id AS "userId", created_at AS "createdAt" FROM players
       WHERE starts_with(user_id, $1) ORDER BY user_id LIMIT $2`,
      [prefix, limit],
    );
  }

  /**
   * Sets a new random password, which cannot be shown again. The old one stops working; issued tokens stay valid until they
   * expire. Throws PlayerRegisterError if there is no such player.
   */
  async resetPassword(userId: string): Promise<string> {
    const password = randomBytes(15).toString('base64url');
    const hash = await hashPassword(password);
    const [, changed] = await this.dataSource.query<[unknown, number]>(
      `UPDATE players SET password_hash = $2 WHERE shard = wallet_shard($1) AND user_id = $1`,
      [userId, hash],
    );
    if (changed === 0) throw noPlayer(userId);
    return password;
  }

  /**
   * Removes a player's password for good. The user, the wallet and its history stay, and the id can never sign up again. Throws
   * PlayerRegisterError if there is no such player.
   */
  async remove(userId: string): Promise<void> {
    const [, removed] = await this.dataSource.query<[unknown, number]>(
      `DELETE FROM players WHERE shard = wallet_shard($1) AND user_id = $1`,
      [userId],
    );
    if (removed === 0) throw noPlayer(userId);
  }
}

function noPlayer(userId: string): PlayerRegisterError {
  return new PlayerRegisterError(`there is no player ${userId}`);
}
