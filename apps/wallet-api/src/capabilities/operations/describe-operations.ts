import type { SinglePosting } from '@app/ledger';
import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { GivenOperation } from '../../request/operations/operation-types.js';

/** Describes operations by what their capabilities registered. */
@Injectable()
export class DescribeOperations {
  constructor(private readonly modules: ModuleRef) {}

  /** In the order of the operations. */
  postingsOf(userId: string, operations: readonly GivenOperation[]): Promise<SinglePosting[]> {
    return Promise.all(operations.map((operation) => this.postingOf(userId, operation)));
  }

  private async postingOf(userId: string, { type, members }: GivenOperation): Promise<SinglePosting> {
    const injected = type.inject.map((token) => this.modules.get<never>(token as never, { strict: false }));
    return type.describe(userId, members as never, ...injected);
  }
}
