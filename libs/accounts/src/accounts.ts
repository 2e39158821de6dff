import { Injectable } from '@nestjs/common';
import { findAccounts } from './find-accounts.js';
import { lockAccounts } from './lock-accounts.js';
import { openAccounts } from './open-accounts.js';

/**
 * What the journal does to accounts before it decides, each with the QueryRunner of its own transaction, and in this
 * order: find what exists, open what is missing, lock in one sorted order.
 */
@Injectable()
export class Accounts {
  readonly find = findAccounts;
  readonly open = openAccounts;
  readonly lock = lockAccounts;
}
