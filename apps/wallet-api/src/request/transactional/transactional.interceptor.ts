import { fingerprint } from '@app/idempotency';
import {
  CapabilityRegistry,
  Journal,
  type Outcome,
  type Posting,
  type PostingKey,
  PostingTimes,
  Preview,
} from '@app/ledger';
import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { actorOf, type Caller, callerOf, keyOwnerOf } from '../access/caller.js';
import { ifMatchOf } from '../conditions/if-match.js';
import { withIfMatch } from '../conditions/with-if-match.js';
import { pathOf } from '../http/path-of.js';
import { requestBodyOf } from '../http/request-body.js';
import { problemDocument } from '../problems/problem-document.js';
import { ProblemRegistry } from '../problems/problem-registry.js';
import { refusalProblem } from '../problems/refusal-problem.js';
import { postWithin } from './bounded-post.js';
import { isDryRun, refuseQuery } from './dry-run.js';
import { type DryRunAnswer, dryRunAnswer } from './dry-run-answer.dto.js';
import { idempotencyKeyOf } from './idempotency-key.js';
import { type DailyLimits, playerDailyLimits, StorageBudgets } from './storage-budget.js';
import { transactionAnswer } from './transaction-answer.dto.js';

type Answer = Promise<object>;

/** A request with what its headers say about the write. */
interface Sent {
  request: FastifyRequest;
  reply: FastifyReply;
  key: string;
  ifMatch: string | undefined;
}

/**
 * Commits the posting that a handler returns. Handlers write nothing themselves: this is the only place where the HTTP layer calls
 * the journal.
 *
 * Reads Idempotency-Key and If-Match before the body is parsed and the handler is called. The outcome belongs to the key: a retry gets the
 * same answer, rebuilt from the ledger; only the `requestId` of a refusal is new. A refusal that is not final leaves the key free.
 *
 * A dry run needs no key, claims none and stores nothing.
 */
@Injectable()
export class TransactionalInterceptor implements NestInterceptor<Posting, Answer> {
  constructor(
    readonly journal: Journal,
    private readonly previews: Preview,
    readonly budgets: StorageBudgets,
    private readonly problems: ProblemRegistry,
    private readonly capabilities: CapabilityRegistry,
    @Inject(playerDailyLimits) private readonly playerLimits: DailyLimits,
  ) {}

  /**
   * Emits a promise, which Nest awaits. With `mergeMap` Nest's streams would live as long as the request waits for its commit,
   * long enough for the garbage collector to copy them twice (ADR 28).
   */
  intercept(context: ExecutionContext, next: CallHandler<Posting>): Observable<Answer> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    if (isDryRun(context)) {
      if (request.headers['idempotency-key'] !== undefined) idempotencyKeyOf(request.raw);
      const ifMatch = ifMatchOf(request.raw);
      return next.handle().pipe(map((posting) => this.preview(posting, { request, reply, ifMatch })));
    }
    const key = idempotencyKeyOf(request.raw);
    const ifMatch = ifMatchOf(request.raw);
    refuseQuery(context);
    return next.handle().pipe(map((posting) => this.answer(posting, { request, reply, key, ifMatch })));
  }

  private async answer(posting: Posting, sent: Sent): Promise<object> {
    const conditional = withIfMatch(posting, sent.ifMatch, this.capabilities);
    return answerTo(await this.post(conditional, sent), sent);
  }

  private async preview(
    posting: Posting,
    { request, reply, ifMatch }: Omit<Sent, 'key'> & { reply: FastifyReply },
  ): Promise<DryRunAnswer> {
    const conditional = withIfMatch(posting, ifMatch, this.capabilities);
    const previewed = await this.previews.preview(conditional, actorOf(callerOf(request)));
    void reply.code(200);
    const where = { request: { path: pathOf(request), id: request.id }, problems: this.problems };
    return dryRunAnswer(previewed, (refusal) => problemDocument(refusalProblem(refusal), where));
  }

  private post(posting: Posting, { request, key, ifMatch }: Sent): Promise<Outcome> {
    const caller = callerOf(request);
    const postingKey: PostingKey = {
      clientId: keyOwnerOf(caller),
      key,
      fingerprint: fingerprintOf(request, ifMatch),
      actor: actorOf(caller),
    };
    const times = (request.postingTimes = new PostingTimes());
    const limits = caller.kind === 'player' ? this.playerLimits : caller.daily;
    return limits
      ? postWithin({ limits, owner: ownerOf(caller) }, { posting, key: postingKey, times }, this)
      : this.journal.post(posting, postingKey, { times });
  }
}

/** Covers the body as received: the DTO may change with the next release, and a retry may arrive after that. */
function fingerprintOf(request: FastifyRequest, ifMatch: string | undefined): Buffer {
  const body = requestBodyOf(request).parse();
  return fingerprint({ method: request.method, path: decodeURIComponent(pathOf(request)), body, ifMatch });
}

/** The prefix keeps players apart from clients, whose ids cannot contain `@`. */
function ownerOf(caller: Caller): string {
  return caller.kind === 'client' ? caller.clientId : `@${caller.userId}`;
}

function answerTo(outcome: Outcome, { request, reply }: Sent): object {
  if (outcome.replayed) void reply.header('idempotency-replayed', 'true');
  if ('refusal' in outcome) throw refusalProblem(outcome.refusal);
  const { answerOf = transactionAnswer } = request.routeSettings;
  return answerOf(outcome.transaction);
}
