import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import { StatementAnswer } from './statement-answer.dto.js';

const csv = [
  'version,createdAt,transactionId,type,direction,amount,balanceAfter,reference,description,actorKind,actorId',
  '2,2026-01-01T00:00:00.000Z,019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10,spend,debit,30,70,order-17,Iron sword,client,game-server',
  '',
].join('\r\n');

const line =
  '{"version":2,"transactionId":"019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10","type":"spend","direction":"debit","amount":30,"balanceAfter":70,"reference":"order-17","description":"Iron sword","actor":{"kind":"client","id":"game-server"},"createdAt":"2026-01-01T00:00:00.000Z"}\n';

/** Documents the three formats of a statement. */
export function ApiStatement(): MethodDecorator {
  return applyDecorators(
    ApiExtraModels(StatementAnswer),
    ApiOkResponse({
      description: 'The statement, in the format that `Accept` prefers; JSON by default.',
      headers: {
        'Content-Disposition': {
          description: 'The file name; CSV only.',
          schema: { type: 'string' },
          example: 'attachment; filename="statement-alice-GOLD-2026-01-01-2026-02-01.csv"',
        },
      },
      content: {
        'application/json': { schema: { $ref: getSchemaPath(StatementAnswer) } },
        'text/csv': { schema: { type: 'string' }, example: csv },
        'application/x-ndjson': {
          schema: {
            type: 'string',
            description: 'One line per entry, with the same members as in JSON.',
          },
          example: line,
        },
      },
    }),
  );
}
