import type { AccountPeriod, Period, StatementEntry } from '@app/ledger';
import { figure } from '../../request/figures/figure.js';
import type { TypeTotalAnswer } from './statement-answer.dto.js';
import { statementEntryAnswer } from './wallet-answers.dto.js';

/** What a statement is written from. */
export interface StatementSource {
  period: Period;
  found: AccountPeriod;
  signal: AbortSignal;
}

/** The formats of a statement by their media types, the one for clients that do not care first. */
export const statementTypes = ['application/json', 'text/csv', 'application/x-ndjson'] as const;
export type StatementType = (typeof statementTypes)[number];

type Writer = (source: StatementSource) => AsyncGenerator<string, void>;

/** How each format is written, one part for each page of entries. */
export const statementWriters: Record<StatementType, Writer> = {
  'application/json': writeJson,
  'text/csv': writeCsv,
  'application/x-ndjson': writeNdjson,
};

async function* writeJson({ period, found, signal }: StatementSource): AsyncGenerator<string, void> {
  const { userId, asset, from, to } = period;
  const { opening, closing } = found.balances;
  // A sum may be larger than any balance.
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

/** One record of RFC 4180. */
function toRecord(entry: StatementEntry): string {
  const { actor, ...members } = statementEntryAnswer(entry);
  const cells = { ...members, actorKind: actor.kind, actorId: actor.id };
  return `${columns.map((column) => toCell(cells[column])).join(',')}\r\n`;
}

/**
 * A spreadsheet takes a text that begins with one of these characters for a formula, and would run it (OWASP, CSV Injection).
 * The apostrophe makes it a text.
 */
const formula = /^[=+\-@\t\r]/;

function toCell(value: string | number | null): string {
  if (typeof value !== 'string') return String(value ?? '');
  const text = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
