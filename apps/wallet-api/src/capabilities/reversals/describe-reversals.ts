import {
  History,
  type PostingDetails,
  type RulePosting,
  postingByRule,
  type RecordedTransaction,
} from '@app/ledger';
import { Payments } from '@app/payments';
import {
  type Asked,
  type AskedUnknown,
  type Extent,
  type Part,
  partsOf,
  reversalRule,
  type ReversedPart,
  whole,
} from '@app/reversals';
import { Injectable } from '@nestjs/common';
import type { FieldError } from '../../request/problems/problem.js';
import { validationProblem } from '../../request/problems/validation-problem.js';
import { detailsOf } from '../../request/transactional/posting-details.dto.js';
import { faultsOfParts, faultsOfRequest, namedParts } from './request-faults.js';
import type { ReinstatementBody, ReversalBody } from './reversal.dto.js';

/** An original with the parts that can be reversed, or what is wrong with it. */
type Found = { original: RecordedTransaction; parts: readonly Part[] } | AskedUnknown;

/** Reads the originals of reversals, which never change, and describes the postings. */
@Injectable()
export class DescribeReversals {
  constructor(
    private readonly history: History,
    private readonly payments: Payments,
  ) {}

  /** Throws `validation-failed` for a request that does not fit its original. */
  async reversal(userId: string, body: ReversalBody): Promise<RulePosting> {
    throwIfAny(faultsOfRequest(body));
    const found = await this.find(userId, body);
    return posting('reversal', userId, body, 'kind' in found ? found : this.askedOf(found, body));
  }

  /** In the same way. */
  async reinstatement(userId: string, transactionId: string, body: ReinstatementBody): Promise<RulePosting> {
    return posting('reinstatement', userId, body, await this.askedReinstatement(userId, transactionId, body));
  }

  private async find(userId: string, { transactionId, payment }: ReversalBody): Promise<Found> {
    if (payment) {
      const record = await this.payments.find(payment);
      const [credit] = record?.userId === userId ? record.credits : [];
      if (!credit) return unknown({ payment: `${payment.provider}/${payment.id}` });
      return { original: credit, parts: partsOf(credit).filter(isPaidFor) };
    }
    const id = (transactionId ?? '').toLowerCase();
    const original = await this.history.transaction(id, { ofUser: userId });
    return original ? { original, parts: partsOf(original) } : unknown({ transactionId: id });
  }

  private askedOf({ original, parts }: Exclude<Found, AskedUnknown>, body: ReversalBody): Asked {
    if (parts.length === 0) return { kind: 'irreversible', type: original.type };
    const named = namedParts(parts, body.operation);
    throwIfAny(faultsOfParts(body, named));
    const { cause, onShortfall } = body;
    return {
      kind: 'reversal',
      originalId: original.id,
      parts: named,
      extent: extentOf(body),
      cause,
      onShortfall,
    };
  }

  private async askedReinstatement(
    userId: string,
    transactionId: string,
    { amount }: ReinstatementBody,
  ): Promise<Asked> {
    const reversalId = transactionId.toLowerCase();
    const reversal = await this.history.transaction(reversalId, { ofUser: userId });
    if (!reversal) return unknown({ transactionId: reversalId });
    if (reversal.type !== 'reversal') return { kind: 'irreversible', type: reversal.type };
    const { reverses, parts: reversed } = reversal.members as {
      reverses: { id: string };
      parts?: ReversedPart[];
    };
    const original = await this.history.transaction(reverses.id, { ofUser: userId });
    if (!original) throw new Error(`The original ${reverses.id} of ${reversalId} is missing`);
    const operations = new Set(reversed?.map(({ operation }) => operation) ?? [whole]);
    const parts = partsOf(original).filter(({ operation }) => operations.has(operation));
    if (amount !== undefined && parts.length > 1)
      throwIfAny([
        { pointer: '/amount', detail: `must be absent, as the reversal has ${parts.length} parts` },
      ]);
    return { kind: 'reinstatement', reversalId, originalId: original.id, parts, amount };
  }
}

/** The service acts, and completes what it began: no limit of the asset and no freeze refuses it. */
function posting(
  type: 'reversal' | 'reinstatement',
  userId: string,
  body: ReinstatementBody,
  asked: Asked,
): RulePosting {
  const details: PostingDetails = {
    type,
    userId,
    ...detailsOf(body),
    initiator: 'house',
    isSettlement: true,
  };
  return postingByRule(reversalRule, asked, details);
}

function unknown(named: AskedUnknown['named']): AskedUnknown {
  return { kind: 'unknown', named };
}

/** A pack can spend too, but only these were paid for. */
function isPaidFor({ type }: Part): boolean {
  return type === 'topup' || type === 'bonus';
}

function extentOf({ amount, upTo }: ReversalBody): Extent {
  if (amount !== undefined) return { kind: 'amount', amount };
  if (upTo === undefined) return { kind: 'rest' };
  return typeof upTo === 'number'
    ? { kind: 'up-to', total: upTo }
    : { kind: 'up-to-share', milliPercent: upTo.milliPercent };
}

function throwIfAny(faults: FieldError[]): void {
  if (faults.length > 0) throw validationProblem(faults);
}
