import { AccountsModule } from '@app/accounts';
import { Module } from '@nestjs/common';
import { Payments } from './payments.js';

/** Reads payments. Needs the global ledger, with `paymentsCapability` registered. */
@Module({ imports: [AccountsModule], providers: [Payments], exports: [Payments] })
export class PaymentsModule {}
