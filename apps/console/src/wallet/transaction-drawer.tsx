import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../api/client.ts';
import { proofQuery, transactionQuery } from '../api/queries.ts';
import { Badge, Fact } from '../ui/basics.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Drawer } from '../ui/drawer.tsx';
import {
  decimalsOf,
  exactly,
  formatAmount,
  formatSigned,
  formatTime,
  nameOfActor,
  nameOfType,
} from '../ui/format.ts';
import { Loading, ProblemNotice } from '../ui/states.tsx';
import { OperationResults } from './operation-results.tsx';
import { ReversalState } from './reversal-state.tsx';

/** Everything about one transaction, including its place in the hash chains if the caller may see that. */
export function TransactionDrawer({
  id,
  assets,
  provable,
  onClose,
}: {
  id: string;
  assets: Schemas['AssetAnswer'][];
  /** Whether the caller may ask for the proof; a player may not. */
  provable: boolean;
  onClose: () => void;
}) {
  const transaction = useQuery(transactionQuery(id));
  const proof = useQuery({ ...proofQuery(id), enabled: provable });
  const error = transaction.error ?? proof.error;
  const entries = provable ? proof.data?.entries : transaction.data?.entries;
  return (
    <Drawer title={transaction.data ? nameOfType(transaction.data.type) : 'Transaction'} onClose={onClose}>
      {error && <ProblemNotice error={error} />}
      {!error && (!transaction.data || !entries) && <Loading rows={8} />}
      {transaction.data && entries && (
        <>
          <Facts transaction={transaction.data} proof={proof.data} />
          {transaction.data.results && (
            <OperationResults results={transaction.data.results} assets={assets} />
          )}
          {provable && (
            <ReversalState
              transaction={transaction.data}
              decimals={decimalsOf(transaction.data.asset, assets)}
            />
          )}
          <h3 className="mt-5 mb-2 text-sm font-semibold">
            {entries.length === 0
              ? 'No entries: nothing moved'
              : `${entries.length} entries, which sum to zero`}
          </h3>
          <div className="space-y-3">
            {entries.map((entry, index) => (
              <Entry key={index} entry={entry} decimals={decimalsOf(entry.asset, assets)} />
            ))}
          </div>
        </>
      )}
    </Drawer>
  );
}

function Facts({
  transaction,
  proof,
}: {
  transaction: Schemas['TransactionAnswer'];
  proof: Schemas['TransactionProofAnswer'] | undefined;
}) {
  const { id, createdAt, userId, actor, reference, description, metadata, payment } = transaction;
  return (
    <dl className="divide-y divide-line">
      <Fact name="Id">
        <CopyButton text={id} label="Copy transaction id" />
      </Fact>
      <Fact name="Time">
        {formatTime(createdAt)} <span className="block text-xs text-muted">{createdAt}</span>
      </Fact>
      <Fact name="User">{userId}</Fact>
      <Fact name="Caused by">{nameOfActor(actor)}</Fact>
      <Fact name="Reference">{reference ?? <None />}</Fact>
      <Fact name="Description">{description ?? <None />}</Fact>
      {payment && (
        <Fact name="Payment">
          <CopyButton text={payment.id} label="Copy payment id" />
          <span className="block text-xs text-muted">
            {[payment.provider, payment.environment, payment.productId, payment.purchasedAt]
              .filter((text) => text !== undefined)
              .join(' · ')}
          </span>
        </Fact>
      )}
      <Fact name="Metadata">
        {Object.keys(metadata).length === 0 ? (
          <None />
        ) : (
          <pre className="font-mono text-[0.8rem] break-words whitespace-pre-wrap">
            {JSON.stringify(metadata, null, 2)}
          </pre>
        )}
      </Fact>
      {proof && (
        <>
          <Fact name="Idempotency-Key">
            <CopyButton text={proof.idempotencyKey} label="Copy Idempotency-Key" />
            <span className="block text-xs text-muted">of client {proof.clientId}</span>
          </Fact>
          <Fact name="Shard">{proof.shard}</Fact>
        </>
      )}
    </dl>
  );
}

function None() {
  return <span className="text-muted">none</span>;
}

type AnyEntry = Schemas['ProvenEntryAnswer'] | Schemas['EntryAnswer'];

function Entry({ entry, decimals }: { entry: AnyEntry; decimals: number }) {
  const { kind, account, asset, direction, amount, balanceAfter, version } = entry;
  const digits = 'balanceAfterText' in entry ? entry.balanceAfterText : undefined;
  return (
    <section className="rounded-md border border-line">
      <header className="flex flex-wrap items-center justify-between gap-2 border-b border-line px-3 py-2 last:border-0">
        <span className="flex items-center gap-2 text-sm font-medium">
          {account} <Badge>{kind}</Badge>
        </span>
        <span className={`text-sm font-semibold ${direction === 'credit' ? 'text-good' : ''}`}>
          {formatSigned(direction === 'credit' ? amount : -amount, decimals)} {asset}
        </span>
      </header>
      {balanceAfter !== undefined && version !== undefined && (
        <dl className="px-3 py-1.5">
          <Fact name={kind === 'user' ? 'Balance after' : 'Stripe after'}>
            {formatAmount(exactly(balanceAfter, digits), decimals).replace('-', '−')}{' '}
            <span className="text-muted">· entry {formatAmount(version)} of the account</span>
          </Fact>
          {'hash' in entry && <Links entry={entry} />}
        </dl>
      )}
    </section>
  );
}

/** The place of the entry in the hash chain of its account. */
function Links({ entry: { previousHash, hash, intact } }: { entry: Schemas['ProvenEntryAnswer'] }) {
  return (
    <>
      <Fact name="Previous hash" mono>
        <span className="break-all">{previousHash}</span>
      </Fact>
      <Fact name="Hash" mono>
        <span className="break-all">{hash}</span>
      </Fact>
      <Fact name="Chain">
        {intact ? <Badge tone="good">✓ intact</Badge> : <Badge tone="bad">✗ rewritten</Badge>}
      </Fact>
    </>
  );
}
