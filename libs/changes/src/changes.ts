import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { RecordedChange } from './change.js';

/** A page of the record. Every filter narrows it. */
export interface ChangesPage {
  limit: number;
  /** The cursor: the number of the last change seen. */
  startingAfter?: number | undefined;
  kind?: string | undefined;
  subject?: string | undefined;
  by?: string | undefined;
  /** Recorded at or after this time. */
  from?: Date | undefined;
  /** Recorded before this time. */
  to?: Date | undefined;
}

/** Reads the record of what administrators changed. */
@Injectable()
export class Changes {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * The changes that match every filter, newest first. Handwritten: TypeORM inlines the limit, so connections would prepare a
   * statement for each limit. Only given filters are in the text, so PostgreSQL can use an index for them.
   */
  list({ limit, startingAfter, kind, subject, by, from, to }: ChangesPage): Promise<RecordedChange[]> {
    const parameters: unknown[] = [limit];
    const conditions = (
      [
        ['number <', startingAfter],
        ['kind =', kind],
        ['subject =', subject],
        ['changed_by =', by],
        ['created_at >=', from?.toISOString()],
        ['created_at <', to?.toISOString()],
      ] as const
    )
      .filter(([, value]) => value !== undefined)
      .map(([comparison, value]) => `${comparison} $${parameters.push(value)}`);
    return this.dataSource.query<RecordedChange[]>(
      `SELECT number, kind, subject, changed_by AS by, before, after, created_at AS "createdAt" FROM changes
       WHERE ${['true', ...conditions].join(' AND ')}
       ORDER BY number DESC LIMIT $1`,
      parameters,
    );
  }
}
