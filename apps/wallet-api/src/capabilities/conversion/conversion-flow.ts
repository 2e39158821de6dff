import { conversionRule } from '@app/catalog';
import { postingByRule, type RulePosting } from '@app/ledger';
import { conditionsByAsset } from '../../request/conditions/balance-conditions.dto.js';
import { operationType } from '../../request/operations/operation-type.js';
import { detailsOf, withoutDetails } from '../../request/transactional/posting-details.dto.js';
import { ConversionBody } from './conversion.dto.js';

/** Builds the posting of a conversion. The rate is read when the posting is decided. */
export function conversionPosting(userId: string, body: ConversionBody): RulePosting {
  const { from, to, amount, minReceived, conditions } = body;
  return postingByRule(
    conversionRule,
    { from, to, amount, userId, minReceived },
    { type: 'conversion', userId, ...detailsOf(body), conditions: conditionsByAsset(conditions) },
  );
}

class ConversionMembers extends withoutDetails(ConversionBody) {}

/** Conversions as operations. */
export const conversionOperations = {
  conversion: operationType({
    scope: 'wallet:spend',
    problems: ['asset-retired', 'conversion-not-offered', 'amount-not-convertible', 'amount-too-large'],
    members: ConversionMembers,
    describe: (userId, members) => conversionPosting(userId, members),
  }),
};
