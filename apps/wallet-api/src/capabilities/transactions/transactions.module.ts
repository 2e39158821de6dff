import { Module } from '@nestjs/common';
import { TransactionsController } from './transactions.controller.js';

/** Reads single transactions, and lists of them. */
@Module({ controllers: [TransactionsController] })
export class TransactionsApiModule {}
