import type { CheckResult, PreviewedOutcome, Refusal } from '@app/ledger';
import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import type { ProblemDocument } from '../problems/problem-document.js';
import { TransactionAnswer, transactionAnswer } from './transaction-answer.dto.js';

/** A transaction that did not happen, so it has no id. */
export class PreviewedTransaction extends OmitType(TransactionAnswer, ['id'] as const) {}

/** A failed check also has the members of its refusal, such as `balance`. */
interface CheckAnswer extends Omit<CheckResult, 'refusal'> {
  [figure: string]: string | number | undefined;
}

const checkSchema = {
  type: 'object' as const,
  additionalProperties: true,
  required: ['code', 'result'],
  properties: {
    code: {
      type: 'string',
      description: 'The code of the refusal if the check fails.',
      example: 'wallet-frozen',
    },
    operation: {
      type: 'integer',
      minimum: 0,
      description: 'The operation that it belongs to, for a request with several.',
    },
    result: {
      type: 'string',
      enum: ['passed', 'failed', 'skipped'],
      description: '`skipped`: an earlier failure left the check without input.',
      example: 'passed',
    },
  },
};

/** What a request would do. */
export class DryRunAnswer {
  @ApiProperty({ description: 'Whether the request would be accepted now.', example: true })
  wouldSucceed!: boolean;

  @ApiPropertyOptional({ type: PreviewedTransaction, description: 'Present if it would be accepted.' })
  transaction?: PreviewedTransaction;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: 'The problem document of the refusal. Present if it would be refused.',
  })
  refusal?: ProblemDocument;

  @ApiProperty({
    type: 'array',
    items: checkSchema,
    description:
      'Every check, in order. Execution stops at the first that fails; a failed one has the figures of its refusal.',
  })
  checks!: CheckAnswer[];

  @ApiProperty({
    format: 'date-time',
    description:
      'The database time of the decision. Another request may come first: this is advice, not a reservation.',
    example: '2026-01-01T00:00:00.000Z',
  })
  asOf!: string;
}

export const dryRunExample: Omit<DryRunAnswer, 'refusal'> & { refusal: object } = {
  wouldSucceed: false,
  refusal: {
    type: '/problems/insufficient-funds',
    title: 'The balance is too low',
    status: 422,
    detail: 'The balance is 70 GOLD; 100 are required.',
    instance: '/v1/wallets/alice/GOLD/spend',
    code: 'insufficient-funds',
    requestId: '3f2b7c1e-5a1d-4c7e-9b3a-2f6d8e4a1c90',
    asset: 'GOLD',
    balance: 70,
    required: 100,
  },
  checks: [
    { code: 'asset-not-found', result: 'passed' },
    { code: 'wallet-frozen', result: 'passed' },
    { code: 'insufficient-funds', result: 'failed', asset: 'GOLD', balance: 70, required: 100 },
  ],
  asOf: '2026-01-01T00:00:00.000Z',
};

export function dryRunAnswer(
  { asOf, outcome, checks }: PreviewedOutcome,
  problemOf: (refusal: Refusal) => ProblemDocument,
): DryRunAnswer {
  return {
    wouldSucceed: 'transaction' in outcome,
    ...('transaction' in outcome
      ? { transaction: previewedTransaction(transactionAnswer(outcome.transaction)) }
      : { refusal: problemOf(outcome.refusal) }),
    checks: checks.map(checkAnswer),
    asOf: asOf.toISOString(),
  };
}

function previewedTransaction({ id: _id, ...transaction }: TransactionAnswer): PreviewedTransaction {
  return transaction;
}

function checkAnswer({ code, operation, result, refusal }: CheckResult): CheckAnswer {
  const { code: failed, ...figures } = refusal ?? { code };
  return { code: failed, ...(operation !== undefined && { operation }), result, ...figures };
}
