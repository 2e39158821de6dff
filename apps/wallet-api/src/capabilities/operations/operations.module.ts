import { Module } from '@nestjs/common';
import { DescribeOperations } from './describe-operations.js';
import { OperationsController } from './operations.controller.js';

/** Several operations of one user, all or none. */
@Module({ controllers: [OperationsController], providers: [DescribeOperations] })
export class OperationsApiModule {}
