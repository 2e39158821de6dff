import { Injectable } from '@nestjs/common';
import { closeAccounts } from './close-accounts.js';
import { findAccounts } from './find-accounts.js';
import { lockAccounts } from './lock-accounts.js';
import { openAccounts } from './open-accounts.js';
import { takeBackSalts } from './user-salts.js';

/**
 * What the journal does to accounts, each with the QueryRunner of its transaction, and in this order: find what exists, open
 * what is missing, lock in one sorted order; and after the decision close what was opened in vain.
 */
@Injectable()
export class Accounts {
  readonly find = findAccounts;
  readonly open = openAccounts;
  readonly lock = lockAccounts;
  readonly close = closeAccounts;
  readonly takeBackSalts = takeBackSalts;
}
