import { ShardMap, ShardPlacement } from '@app/accounts';
import { Injectable } from '@nestjs/common';
import { holdColumns, type HoldRow, toHold } from './hold-facts.js';
import type { Hold, HoldStatus } from './hold.js';

interface Account {
  userId: string;
  asset: string;
}

/** A page of the holds of an account. */
export interface HoldFilter extends Account {
  /** All, if left out. */
  status?: HoldStatus | undefined;
  limit: number;
  /** The id of a hold of the account. */
  startingAfter?: string | undefined;
}

interface Row extends HoldRow {
  isDue: boolean;
}

/** Reads holds. One whose time has passed reads as lapsed, whether that is booked or not. */
@Injectable()
export class Holds {
  constructor(
    private readonly placement: ShardPlacement,
    private readonly shards: ShardMap,
  ) {}

  /** `undefined` if the account has no such hold. */
  async find({ userId, asset, holdId }: Account & { holdId: string }): Promise<Hold | undefined> {
    const [hold] = await this.read({ userId, asset }, `h.id = $4`, [holdId]);
    return hold;
  }

  /** Newest first, at most `limit`. `undefined` if `startingAfter` is not a hold of the account. */
  async list({ userId, asset, status, limit, startingAfter }: HoldFilter): Promise<Hold[] | undefined> {
    if (startingAfter !== undefined && !(await this.find({ userId, asset, holdId: startingAfter })))
      return undefined;
    return this.read(
      { userId, asset },
      `${status ? conditions[status] : 'true'} AND ($5::uuid IS NULL OR h.place < (SELECT place FROM holds WHERE shard = $1 AND id = $5))
       ORDER BY h.place DESC LIMIT $4`,
      [limit, startingAfter ?? null],
    );
  }

  private async read({ userId, asset }: Account, condition: string, parameters: unknown[]): Promise<Hold[]> {
    const shard = this.shards.of(userId);
    const rows = await this.placement.of(shard).dataSource.query<Row[]>(
      `SELECT ${holdColumns}, h.expires_at <= ledger_now() AS "isDue"
       FROM accounts a
       JOIN holds h ON h.shard = a.shard AND h.account_id = a.id
       JOIN transactions t ON t.shard = h.shard AND t.id = h.id
       WHERE a.shard = $1 AND a.owner_kind = 'user' AND a.owner_id = $2 AND a.asset_code = $3 AND ${condition}`,
      [shard, userId, asset, ...parameters],
    );
    return rows.map(({ isDue, ...row }) => asOfNow(row, isDue));
  }
}

/** Each compares with the clock only what is not closed. */
const conditions: Record<HoldStatus, string> = {
  open: `h.closed_at IS NULL AND h.expires_at > ledger_now()`,
  captured: `h.closed_as = 'captured'`,
  voided: `h.closed_as = 'voided'`,
  lapsed: `(h.closed_as = 'lapsed' OR h.closed_at IS NULL AND h.expires_at <= ledger_now())`,
};

function asOfNow(row: HoldRow, isDue: boolean): Hold {
  const hold = toHold(row);
  if (hold.status !== 'open' || !isDue) return hold;
  const released = hold.amount - hold.captured;
  return { ...hold, released, status: 'lapsed', closedAt: hold.expiresAt };
}
