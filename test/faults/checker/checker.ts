import { setTimeout as sleep } from 'node:timers/promises';
import { WalletClient } from '../../support/wallet-client.js';
import { administer } from '../support/postgres.js';
import type { LoggedAnswer } from './answer.js';
import { checkAccounts, checkAudit, checkStatements } from './check-accounts.js';
import { checkKeys } from './check-keys.js';
import { checkReserved } from './check-reserved.js';
import type { CheckerFigures } from './figures.js';
import { Findings } from './findings.js';
import { readLedger } from './ledger-state.js';
import { Load } from './load.js';
import { OperationLog } from './operation-log.js';
import { type OperationMix, operationsOf } from './operations.js';
import { modelOf } from './reserved-model.js';
import { resolveAll } from './resolve.js';

export interface CheckerOptions extends OperationMix {
  /** The addresses of the instances; copies go to different ones. */
  urls: readonly string[];
  /** The database with the login of its owner, to read the tables. */
  databaseUrl: string;
}

export interface CheckOptions {
  /** Keys of other clients on the same database. */
  foreignKeys?: RegExp;
  /** The current address of the database, if it has moved. */
  databaseUrl?: string;
  /** How long an unknown outcome may take to be resolved. */
  withinMs?: number;
  /** Undecided answers that rule out an effect, such as a refused connection. */
  ruledOut?: (answer: LoggedAnswer) => boolean;
}

export interface CheckerVerdict {
  figures: CheckerFigures;
  /** Empty if every rule held. */
  broken: string[];
}

/**
 * A client that logs every request and answer, puts load on the service under faults, and compares the ledger with its log
 * afterwards. An internally consistent ledger can still have lost or doubled a whole transfer; only an independent log reveals that.
 */
export class Checker {
  private readonly log = new OperationLog();
  readonly load: Load;

  constructor(private readonly options: CheckerOptions) {
    this.load = new Load(this.log, operationsOf(options, this.log.known), options.urls);
  }

  /** The operations sent but not decided so far. */
  get unknownSoFar(): number {
    return this.log.attempts.filter(({ answer }) => answer?.kind === 'unknown').length;
  }

  /** The number of answers by status and code. */
  answers(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { answer } of this.log.attempts) {
      if (!answer) continue;
      const name = `${answer.status} ${answer.code}`;
      counts[name] = (counts[name] ?? 0) + 1;
    }
    return counts;
  }

  /** Call once the faults are over and the load has stopped. Resolves unknown outcomes and compares. */
  async resolveAndCheck({
    foreignKeys,
    databaseUrl = this.options.databaseUrl,
    withinMs = 30_000,
    ruledOut = () => false,
  }: CheckOptions = {}): Promise<CheckerVerdict> {
    const [url = ''] = this.options.urls;
    await untilReady(url);
    const findings = new Findings();
    const unanswered = [...this.log.keys.values()].filter((key) => key.isOpen && key.answers.length > 0);
    const claimedNothing = new Map(
      unanswered
        .filter(({ answers }) => answers.every((answer) => answer.kind === 'nothing' || ruledOut(answer)))
        .map(({ key, answers }) => [key, [...new Set(answers.map(({ code }) => code))].join(', ')]),
    );
    const internal = this.log.attempts.filter(({ answer }) => answer?.status === 500).length;
    const { operations } = this.log;
    const resolutions = await resolveAll(this.log, { url, withinMs });
    const unknown = resolutions.filter(({ key }) => !claimedNothing.has(key));
    for (const { key, hadHappened } of resolutions) {
      const told = claimedNothing.get(key);
      if (hadHappened && told !== undefined)
        findings.add('refusedWithEffect', `${key} was told that nothing had happened (${told}), and it had`);
    }

    await this.compare({ url, databaseUrl }, findings, foreignKeys);
    const answers = this.log.attempts.flatMap(({ answer }) => answer ?? []);
    const figures: CheckerFigures = {
      operations,
      acknowledged: answers.filter(({ kind }) => kind === 'ok').length,
      refused: answers.filter(({ kind }) => kind === 'refused' || kind === 'reused').length,
      unknown: unanswered.length - claimedNothing.size,
      unknownHadHappened: unknown.filter(({ hadHappened }) => hadHappened).length,
      unknownHadNot: unknown.filter(({ hadHappened }) => !hadHappened).length,
      slowestResolutionMs: Math.round(Math.max(0, ...resolutions.map(({ tookMs }) => tookMs))),
      ...findings.counts,
    };
    const broken = [...findings.examples];
    if (resolutions.length < unanswered.length) {
      const left = unanswered.length - resolutions.length;
      broken.push(`${left} keys could not be resolved within ${withinMs / 1_000} s`);
    }
    if (internal > 0) broken.push(`${internal} operations were answered with 500`);
    return { figures, broken };
  }

  private async compare(
    { url, databaseUrl }: { url: string; databaseUrl: string },
    findings: Findings,
    foreignKeys?: RegExp,
  ): Promise<void> {
    // No hold lapses between the tables and the reads.
    if (this.options.lives) await sleep(1_100);
    const state = await administer(databaseUrl, readLedger);
    checkKeys(this.log, state, findings, foreignKeys);
    checkAccounts(state, findings);
    checkReserved(modelOf(this.log), state, findings);
    const client = new WalletClient(url);
    await checkStatements(client, state, findings);
    await checkAudit(client, findings);
    client.close();
  }
}

const readyWithinMs = 30_000;

async function untilReady(url: string): Promise<void> {
  for (const giveUpAt = Date.now() + readyWithinMs; Date.now() < giveUpAt;) {
    const { status } = await fetch(`${url}/health/ready`).catch(() => ({ status: 0 }));
    if (status === 200) return;
    await sleep(25);
  }
  throw new Error(`${url} was not ready within ${readyWithinMs / 1_000} s`);
}
