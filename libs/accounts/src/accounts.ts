import { Injectable } from '@nestjs/common';
import { lockAccounts } from './lock-accounts.js';
import { openAccounts } from './open-accounts.js';
import { saveAccounts } from './save-accounts.js';

/**
 * What the journal does to accounts, each with the QueryRunner of its own transaction, and in this order:
 * open what is missing, lock in one sorted order, save what was decided.
 */
@Injectable()
export class Accounts {
  readonly open = openAccounts;
  readonly lock = lockAccounts;
  readonly save = saveAccounts;
}
