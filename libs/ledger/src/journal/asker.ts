import type { QueryRunner } from 'typeorm';
import type { Fact, FactStatement } from '../capability/rule.js';
import type { JournalRequest } from './request.js';

/** What the facts of a posting depend on. */
export type Asker = Pick<JournalRequest, 'posting' | 'sides'> & {
  claim: Pick<JournalRequest['claim'], 'shard' | 'userId' | 'transactionId'>;
};

export function runFacts(queryRunner: QueryRunner, { sql, parameters }: FactStatement): Promise<Fact[]> {
  return queryRunner.manager.query<Fact[]>(sql, [...parameters]);
}
