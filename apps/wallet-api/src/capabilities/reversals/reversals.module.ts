import { PaymentsModule } from '@app/payments';
import { Module } from '@nestjs/common';
import { DescribeReversals } from './describe-reversals.js';
import { ReversalsController } from './reversals.controller.js';

/** Reverses transactions, and reinstates what was reversed. */
@Module({ imports: [PaymentsModule], controllers: [ReversalsController], providers: [DescribeReversals] })
export class ReversalsApiModule {}
