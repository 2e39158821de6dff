import { applyDecorators, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';

interface PageMember {
  type: 'string';
  format?: string;
  description: string;
  example: string;
}

/** What every list answers. */
export interface Page<T> {
  data: T[];
  /** Whether there is more behind the last element. */
  hasMore: boolean;
}

/** A page out of what was read with `limit + 1`: the one too many tells that there is more. */
export function pageOf<Row, Answer>(
  rows: readonly Row[],
  limit: number,
  answer: (row: Row) => Answer,
): Page<Answer> {
  return { data: rows.slice(0, limit).map(answer), hasMore: rows.length > limit };
}

/** Documents a list answer with elements of this class, and the members that some pages have besides. */
export function ApiPage(element: Type, members: Record<string, PageMember> = {}): MethodDecorator {
  return applyDecorators(
    ApiExtraModels(element),
    ApiOkResponse({
      schema: {
        type: 'object',
        required: ['data', 'hasMore'],
        properties: {
          data: { type: 'array', items: { $ref: getSchemaPath(element) } },
          hasMore: { type: 'boolean', description: 'Whether there is more behind the last element.' },
          ...members,
        },
      },
    }),
  );
}
