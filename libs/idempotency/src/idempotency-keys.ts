import { Injectable } from '@nestjs/common';
import { claimKeys } from './claim-keys.js';
import { recordRefusals } from './record-refusals.js';
import { releaseKeys } from './release-keys.js';

/** What the journal does to keys, each with the QueryRunner of its own transaction; claiming comes first of all. */
@Injectable()
export class IdempotencyKeys {
  readonly claim = claimKeys;
  readonly recordRefusals = recordRefusals;
  readonly release = releaseKeys;
}
