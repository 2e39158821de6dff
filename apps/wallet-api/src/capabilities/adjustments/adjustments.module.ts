import { Module } from '@nestjs/common';
import { AdjustmentsController } from './adjustments.controller.js';

/** Corrections of balances by hand. */
@Module({ controllers: [AdjustmentsController] })
export class AdjustmentsApiModule {}
