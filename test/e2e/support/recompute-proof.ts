import { createHash } from 'node:crypto';

/** The answer of `GET /v1/transactions/{id}/proof`. */
export interface Proof {
  id: string;
  shard: number;
  place: number;
  salt: string;
  type: string;
  userId: string;
  actor: { kind: string; id: string };
  reference: string | null;
  description: string | null;
  clientId: string;
  idempotencyKey: string | null;
  metadata: string;
  effectsDigest: string | null;
  createdAt: string;
  entries: {
    leg: number;
    accountId: string;
    kind: string;
    account: string;
    asset: string;
    direction: 'debit' | 'credit';
    amount: number;
    balanceAfter: number | null;
    balanceAfterText?: string;
    version: number;
    createdAt: string;
    previousHash: string;
    hash: string;
    intact: boolean;
  }[];
}

/** Recomputes the hash, in hexadecimal, from docs/hash-format.md alone: it shares no code with the ledger. */
export function hashFromProof(proof: Proof, index: number): string {
  const { leg, direction, previousHash } = proof.entries[index]!;
  return sha256(previousHash + digestOf(proof) + int(leg, 2) + (direction === 'debit' ? '00' : '01'));
}

export function accountHashFromProof({ shard, entries }: Proof, index: number): string {
  const { accountId, kind, account, asset } = entries[index]!;
  return sha256(int(shard, 2) + uuid(accountId) + text(kind) + text(account) + text(asset));
}

function digestOf(proof: Proof): string {
  const { salt, type, userId, actor, reference, description, clientId, idempotencyKey, metadata } = proof;
  const words = [type, userId, `${actor.kind}:${actor.id}`, reference, description, clientId, idempotencyKey];
  const texts = sha256(salt + [...words, metadata].map(text).join(''));
  const entries = proof.entries.map((entry) =>
    [
      int(entry.leg, 2),
      uuid(entry.accountId),
      int(entry.version, 8),
      int(entry.direction === 'debit' ? -entry.amount : entry.amount, 8),
      balance(BigInt(entry.balanceAfterText ?? entry.balanceAfter!)),
      time(entry.createdAt),
    ].join(''),
  );
  return sha256(
    [
      '02',
      int(proof.shard, 2),
      int(proof.place, 8),
      uuid(proof.id),
      time(proof.createdAt),
      texts,
      sized(entries.join('')),
      sized(proof.effectsDigest),
    ].join(''),
  );
}

const sha256 = (hex: string) => createHash('sha256').update(hex, 'hex').digest('hex');
const uuid = (id: string) => id.replaceAll('-', '');
const int = (value: number | bigint, bytes: number) =>
  BigInt.asUintN(bytes * 8, BigInt(value))
    .toString(16)
    .padStart(bytes * 2, '0');
const time = (instant: string) => int(BigInt(Date.parse(instant)) * 1000n, 8);
const sized = (hex: string | null) => (hex === null ? 'ffffffff' : int(hex.length / 2, 4) + hex);
const text = (value: string | null) => sized(value === null ? null : Buffer.from(value).toString('hex'));
const balance = (value: bigint) =>
  value > -(2n ** 63n) && value < 2n ** 63n ? int(value, 8) : `8000000000000000${text(String(value))}`;
