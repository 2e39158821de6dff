import type { Type } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';

/** One page of a list. */
export interface Page<T> {
  data: T[];
  /** Whether more elements follow. */
  hasMore: boolean;
}

/** Makes a page of rows that were read with `limit + 1`: the extra row tells that more follow. */
export function pageOf<Row, Answer>(
  rows: readonly Row[],
  limit: number,
  answer: (row: Row) => Answer,
): Page<Answer> {
  return { data: rows.slice(0, limit).map(answer), hasMore: rows.length > limit };
}

/**
 * The base class of the page of a list, with elements of this class. Extend it, and the page has a name in the OpenAPI
 * document, which generated clients use: `class ItemPage extends PageOf(ItemAnswer) {}`.
 */
export function PageOf<T>(element: Type<T>): Type<Page<T>> {
  class ElementPage implements Page<T> {
    @ApiProperty({ type: [element] })
    data!: T[];

    @ApiProperty({ description: 'Whether more elements follow.', example: false })
    hasMore!: boolean;
  }
  return ElementPage;
}
