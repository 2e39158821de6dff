import { Injectable } from '@nestjs/common';
import { readTerms } from './terms/read-terms.js';
import { recordCompletions } from './terms/record-completions.js';

/**
 * What the journal asks of the catalogue, each with the QueryRunner of its own transaction: what is in force, after
 * its accounts are locked; and to keep in mind what was completed, after its transactions are written.
 */
@Injectable()
export class CatalogTerms {
  readonly read = readTerms;
  readonly recordCompletions = recordCompletions;
}
