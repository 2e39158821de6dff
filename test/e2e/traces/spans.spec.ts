import { AsyncLocalStorage } from 'node:async_hooks';
import { Journal } from '@app/ledger';
import {
  type Context,
  context,
  type ContextManager,
  ROOT_CONTEXT,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import { keyOf, spend, topup } from '../../support/postings.js';
import { startService, type TestService } from '../../support/test-service.js';
import { asOwner } from '../support/owner.js';

/** What an operator brings: an SDK, and a manager that keeps the active span across awaits. */
const exporter = new InMemorySpanExporter();
const storage = new AsyncLocalStorage<Context>();
const contextManager: ContextManager = {
  active: () => storage.getStore() ?? ROOT_CONTEXT,
  with: (active, work, self, ...args) => storage.run(active, () => work.apply(self as never, args)),
  bind: (_active, target) => target,
  enable: () => contextManager,
  disable: () => contextManager,
};

let service: TestService;
beforeAll(async () => {
  trace.setGlobalTracerProvider(
    new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }),
  );
  context.setGlobalContextManager(contextManager);
  service = await startService({ journal: { lanes: 1 } });
});
beforeEach(() => {
  exporter.reset();
});
afterAll(async () => {
  await service.audit();
  await service.close();
  trace.disable();
  context.disable();
});

const spansOf = (name: string) => exporter.getFinishedSpans().filter((span) => span.name === name);
const idsOf = (spans: readonly ReadableSpan[]) => spans.map((span) => span.spanContext().spanId).sort();
const linkedTo = ({ links }: ReadableSpan) => links.map((link) => link.context.spanId).sort();

it('links the span of a batch with those of its postings', async () => {
  const journal = service.app.get(Journal);
  await Promise.all(Array.from({ length: 3 }, () => journal.post(topup('alice', 5), keyOf())));
  const postings = spansOf('ledger.posting');
  const [batch, ...more] = spansOf('ledger.batch');
  expect(more).toEqual([]);
  expect(postings).toHaveLength(3);
  expect(linkedTo(batch!)).toEqual(idsOf(postings));
  for (const posting of postings) expect(linkedTo(posting)).toEqual(idsOf([batch!]));
  expect(idsOf(postings)).toContain(batch!.parentSpanContext?.spanId);
  expect(batch!.attributes).toEqual({ 'wallet.lane': expect.any(Number), 'wallet.batch_size': 3 });
});

it('describes a posting by its type, its times and its refusal, never by its user', async () => {
  await service.client.post('/v1/wallets/alice/GOLD/spend', { amount: 999_999_999 });
  const [posting] = spansOf('ledger.posting');
  const number = expect.any(Number) as number;
  expect(posting!.attributes).toEqual({
    'wallet.transaction_type': 'spend',
    'wallet.queued_ms': number,
    'wallet.batch_ms': number,
    'wallet.commit_ms': number,
    'wallet.batch_size': 1,
    'wallet.attempts': 1,
    'wallet.refusal': 'insufficient-funds',
  });
  expect(JSON.stringify(exporter.getFinishedSpans().map((span) => span.attributes))).not.toContain('alice');
});

it('is a child of the active span', async () => {
  const parent = trace.getTracer('test').startSpan('request');
  const journal = service.app.get(Journal);
  await context.with(trace.setSpan(ROOT_CONTEXT, parent), () => journal.post(spend('alice', 1), keyOf()));
  parent.end();
  const [posting] = spansOf('ledger.posting');
  expect(posting!.parentSpanContext?.spanId).toBe(parent.spanContext().spanId);
});

it('marks a posting that failed, without quoting its request', async () => {
  await asOwner(service.database, 'REVOKE INSERT ON transactions FROM wallet_app');
  await expect(service.app.get(Journal).post(topup('alice', 5), keyOf())).rejects.toThrow();
  await asOwner(service.database, 'GRANT INSERT ON transactions TO wallet_app');
  const [posting] = spansOf('ledger.posting');
  const [batch] = spansOf('ledger.batch');
  for (const span of [posting, batch]) expect(span!.status.code).toBe(SpanStatusCode.ERROR);
  const told = [posting, batch].map((span) => [span!.status, span!.attributes, span!.events]);
  expect(JSON.stringify(told)).not.toContain('alice');
});
