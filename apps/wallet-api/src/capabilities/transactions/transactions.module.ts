import { Module } from '@nestjs/common';
import { TransactionsController } from './transactions.controller.js';

/** Reads transactions, one at a time or all that match. */
@Module({ controllers: [TransactionsController] })
export class TransactionsApiModule {}
