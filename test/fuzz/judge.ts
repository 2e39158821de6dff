import type { Contract } from '../e2e/support/contract.js';
import type { Answer, RawRequest } from '../support/wallet-client.js';
import type { Plan } from './plan.js';
import { requestFault } from './request-fault.js';

export interface Exchange {
  plan: Plan;
  request: RawRequest;
  answer: Answer;
  /** The number of rows written meanwhile. */
  writes: number;
}

/** Answers to requests that must not write to any table. */
const harmlessStatuses = new Set([400, 401, 403, 405, 406, 413, 415, 429, 431]);

/** Codes for requests that violate the document. */
const codesOfBrokenRequests = new Set([
  'validation-failed',
  'idempotency-key-missing',
  'idempotency-key-invalid',
  'malformed-json',
  'bad-request',
  'unauthenticated',
  'forbidden',
  'route-not-found',
  'body-too-large',
  'unsupported-media-type',
  'headers-too-large',
]);

/** Rules that JSON Schema cannot express: between members, about the calendar, and about normalised Unicode. */
const beyondSchema =
  /must be (later than|at most \d+ days later)|leaves no amount between|must (not be|differ from|be another)|must be different|needs something to change|nothing to change|is not an asset of this request|needs a topup or a bonus among|must be absent|must be present, or|must be an integer without a payment|must be an operation of the transaction|must be refuse for a conversion|must be a time such as|cannot be (converted|exchanged)|itself|after normalisation/;

/** The rule that an exchange breaks, in words, or `undefined`. */
export function ruleBroken(
  { plan, request, answer, writes }: Exchange,
  contract: Contract,
): string | undefined {
  const { status } = answer;
  const { method = 'GET' } = request;
  if (status >= 500) return `a ${status}: nothing that a caller sends may be the service's fault`;
  if (method === 'HEAD') return undefined;

  const broken = contractBroken(contract, request, answer);
  if (broken) return broken;

  // An audit records its progress for other instances.
  if (writes > 0 && method === 'GET' && plan.template !== '/v1/ledger/verification')
    return `a GET wrote ${writes} rows`;
  if (writes > 0 && harmlessStatuses.has(status))
    return `a request that was answered ${status} wrote ${writes} rows`;

  const operation = contract.document.paths[plan.template]?.[method.toLowerCase()];
  if (!operation) return status < 400 ? `${method} is not documented and was answered ${status}` : undefined;
  const code = String((answer.json as { code?: unknown } | undefined)?.code);
  if (status < 300) {
    const fault = requestFault(contract, plan.template, operation, request);
    return fault && `a request was accepted that is not as documented: ${fault}`;
  }
  // A login is public: a 401 concerns its password, not its syntax.
  const isWrongPassword = code === 'unauthenticated' && !operation.security?.length;
  if (plan.damages.length === 0 && codesOfBrokenRequests.has(code) && !isWrongPassword) {
    if (beyondSchema.test(String((answer.json as { detail?: unknown }).detail))) return undefined;
    // A value seen elsewhere need not be valid here.
    const fault = requestFault(contract, plan.template, operation, request);
    return fault ? undefined : `a request that is as documented was refused as ${code}`;
  }
  return undefined;
}

function contractBroken(contract: Contract, request: RawRequest, answer: Answer): string | undefined {
  try {
    contract.check(request, answer);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
