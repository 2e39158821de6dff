import { ShardMap, ShardPlacement } from '@app/accounts';
import { History, type RecordedTransaction } from '@app/ledger';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Payment } from './payment.js';

/** A payment with everything that was credited for it. */
export interface PaymentRecord {
  payment: Payment;
  userId: string;
  credits: readonly RecordedTransaction[];
}

@Injectable()
export class Payments {
  constructor(
    private readonly dataSource: DataSource,
    private readonly placement: ShardPlacement,
    private readonly shards: ShardMap,
    private readonly history: History,
  ) {}

  /** `undefined` if the payment was never credited. */
  async find({ provider, id }: Pick<Payment, 'provider' | 'id'>): Promise<PaymentRecord | undefined> {
    const [owner] = await this.dataSource.query<{ userId: string }[]>(
      `SELECT user_id AS "userId" FROM payment_owners WHERE provider = $1 AND id = $2`,
      [provider, id],
    );
    if (!owner) return undefined;
    const { userId } = owner;
    const shard = this.shards.of(userId);
    const [credit] = await this.placement
      .of(shard)
      .dataSource.query<{ transactionId: string }[]>(
        `SELECT transaction_id AS "transactionId" FROM payments WHERE shard = $1 AND provider = $2 AND id = $3`,
        [shard, provider, id],
      );
    const transaction =
      credit && (await this.history.transactionNow(credit.transactionId, { ofUser: userId }));
    if (!transaction) return undefined;
    return { payment: transaction.members['payment'] as Payment, userId, credits: [transaction] };
  }
}
