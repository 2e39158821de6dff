import type { AccountRule } from '@app/ledger';
import { DebtSession, type OpenDebtFact } from './debt-session.js';

/**
 * Repays the debts of an account as soon as it has credits. Reads nothing for an account that owes nothing; otherwise the debts since the
 * account last owed nothing, oldest first.
 */
export const debtRule: AccountRule<never> = {
  name: 'debts',
  after: (accounts) => {
    const owing = accounts.filter(({ owed }) => owed > 0);
    if (owing.length === 0) return undefined;
    return {
      sql: `SELECT e.account_id AS "accountId", e.reversal_id AS "reversalId", e.operation, e.source,
                   (array_agg(e.outstanding_after ORDER BY e.number DESC))[1] AS outstanding, max(e.number) AS "lastNumber"
            FROM debt_events e
            WHERE e.shard = ANY ($1::smallint[]) AND e.account_id = ANY ($2::uuid[])
              AND e.number > (
                SELECT coalesce(max(settled.number), 0) FROM debt_events settled
                WHERE settled.shard = ANY ($1::smallint[]) AND settled.shard = e.shard
                  AND settled.account_id = e.account_id AND settled.owed_after = 0
              )
            GROUP BY e.account_id, e.reversal_id, e.operation, e.source
            ORDER BY min(e.number)`,
      parameters: [[...new Set(owing.map(({ shard }) => shard))], owing.map(({ id }) => id)],
    };
  },
  session: ({ after }, { now }) => DebtSession.of(after as readonly OpenDebtFact[], now),
};
