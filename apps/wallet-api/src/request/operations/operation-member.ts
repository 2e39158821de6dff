import type { ProblemDefinitions } from '../problems/define-problems.js';
import { integerMember, type MemberSchema } from '../problems/member-schemas.js';

/** The ledger adds it to the refusal of a group: see `decideGroup`. */
const operation: MemberSchema = {
  ...integerMember('The operation that was refused, counted from 0. Only from several operations.', 1),
  optional: true,
  inExample: false,
};

/** These definitions, those of refusals with the member that names the refused operation. */
export function namingOperation(
  problems: ProblemDefinitions,
  isRefusal: (code: string) => boolean,
): ProblemDefinitions {
  return Object.fromEntries(
    Object.entries(problems).map(([code, problem]) => {
      return [code, isRefusal(code) ? { ...problem, members: { ...problem.members, operation } } : problem];
    }),
  );
}
