import type { AccountPeriod, Period, StatementEntry } from '@app/ledger';
import { figure } from '../../request/figures/figure.js';
import type { TypeTotalAnswer } from './statement-answer.dto.js';
import { statementEntryAnswer } from './wallet-answers.dto.js';

/** The input of a statement writer. */
export interface StatementSource {
  period: Period;
  found: AccountPeriod;
  signal: AbortSignal;
}

/** The media types of a statement. The first is for clients without a preference. */
export const statementTypes = ['application/json', 'text/csv', 'application/x-ndjson'] as const;
export type StatementType = (typeof statementTypes)[number];

type Writer = (source: StatementSource) => AsyncGenerator<string, void>;

/** The writer of each format. It yields one part per page of entries. */
export const statementWriters: Record<StatementType, Writer> = {
  'application/json': writeJson,
  'text/csv': writeCsv,
  'application/x-ndjson': writeNdjson,
};

async function* writeJson({ period, found, signal }: StatementSource): AsyncGenerator<string, void> {
  const { userId, asset, from, to } = period;
  const { opening, closing } = found.balances;
  // Unlike a balance, a total may exceed 2^53 − 1.
  const totals = (await found.totals(signal)).map(({ type, count, credit, debit }): TypeTotalAnswer => ({
    type,
    count,
    ...figure('credit', credit),
    ...figure('debit', debit),
  }));
  let lead =
    `{"userId":${JSON.stringify(userId)},"asset":${JSON.stringify(asset)},` +
    `"from":${JSON.stringify(from)},"to":${JSON.stringify(to)},` +
    `"opening":${opening},"totals":${JSON.stringify(totals)},"closing":${closing},"entries":[`;
  for await (const page of found.pages()) {
    yield lead + page.map(toJson).join(',');
    lead = ',';
  }
  yield lead === ',' ? ']}' : `${lead}]}`;
}

async function* writeNdjson({ found }: StatementSource): AsyncGenerator<string, void> {
  for await (const page of found.pages()) yield page.map((entry) => `${toJson(entry)}\n`).join('');
}

function toJson(entry: StatementEntry): string {
  return JSON.stringify(statementEntryAnswer(entry));
}

const columns = [
  'version',
  'createdAt',
  'transactionId',
  'type',
  'direction',
  'amount',
  'balanceAfter',
  'reference',
  'description',
  'actorKind',
  'actorId',
] as const;

async function* writeCsv({ found }: StatementSource): AsyncGenerator<string, void> {
  let lead = `${columns.join(',')}\r\n`;
  for await (const page of found.pages()) {
    yield lead + page.map(toRecord).join('');
    lead = '';
  }
  if (lead !== '') yield lead;
}

/** One CSV record (RFC 4180). */
function toRecord(entry: StatementEntry): string {
  const { actor, ...members } = statementEntryAnswer(entry);
  const cells = { ...members, actorKind: actor.kind, actorId: actor.id };
  return `${columns.map((column) => toCell(cells[column])).join(',')}\r\n`;
}

/**
 * A spreadsheet would run a text that begins with one of these characters as a formula (OWASP, CSV Injection). An apostrophe
 * before it makes it plain text.
 */
const formula = /^[=+\-@\t\r]/;

function toCell(value: string | number | null): string {
  if (typeof value !== 'string') return String(value ?? '');
  const text = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
