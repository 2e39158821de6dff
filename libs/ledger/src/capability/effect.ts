import { createHash } from 'node:crypto';
import type { QueryRunner } from 'typeorm';
import { HashInput } from '../chain/hash-input.js';
import type { Queryable } from '../history/read-transactions.js';
import type { RecordedTransaction } from '../outcome.js';
import type { Invariant } from '../verification/invariants.js';

/** A change that a transaction makes besides its entries, such as completing a task. */
export interface Effect<Data = unknown> {
  /** The name of a registered `EffectKind`. */
  kind: string;
  data: Data;
}

/** An effect of an accepted transaction. */
export interface PlacedEffect<Data> {
  shard: number;
  place: number;
  transactionId: string;
  userId: string;
  createdAt: Date;
  data: Data;
}

/** How effects of a kind show in the answer of their transaction. The answer never changes, so neither may the rows. */
export interface ShownAs<Data> {
  /** The effects of these transactions. Those of one come in the order in which they were written. */
  read(
    database: Queryable,
    shards: readonly number[],
    ids: readonly string[],
  ): Promise<readonly { transactionId: string; data: unknown }[]>;
  /** The members that they add to the answer. */
  members(effects: readonly Data[], transaction: RecordedTransaction): Readonly<Record<string, unknown>>;
}

/** The definition of one kind of effect. */
export interface EffectKind<Data = never> {
  /** Unique among all capabilities. */
  readonly name: string;
  /**
   * Brings the rows that the effects of a batch change up to date, in one statement. Sent before `write`, which can then refer to
   * them.
   */
  readonly update?: EffectKind<Data>['write'];
  /** Writes all effects of this kind in a batch in one statement, after the transactions. */
  write(queryRunner: QueryRunner, effects: readonly PlacedEffect<Data>[]): Promise<unknown>;
  /** The hashed members of an effect as texts, in a fixed order. The invariant must repeat this order. */
  texts(data: Data): readonly (string | null)[];
  /** Several effects of a transaction are hashed sorted by their texts. Otherwise in the order of the operations. */
  readonly sorted?: true;
  /**
   * Checks that the rows of this kind and the digests in `transactions.effects_digest` agree, in both directions. The SQL
   * function `effect_digest(effects_digest, name)` extracts the digest of a kind.
   */
  readonly invariant: Invariant;
  readonly shownAs?: ShownAs<Data>;
}

export type ShownEffectKind = EffectKind & Required<Pick<EffectKind, 'shownAs'>>;

export function isShown(kind: EffectKind): kind is ShownEffectKind {
  return kind.shownAs !== undefined;
}

const input = new HashInput();

/**
 * The `effects_digest` of a transaction: per kind, sorted by name, the first four bytes of SHA-256(name) and the SHA-256 over its
 * effects. docs/hash-format.md specifies the bytes. `null` without effects.
 */
export function effectsDigest(
  effects: readonly Effect[],
  kindOf: (name: string) => EffectKind,
): Buffer | null {
  if (effects.length === 0) return null;
  const names = [...new Set(effects.map(({ kind }) => kind))].sort();
  return Buffer.concat(
    names.flatMap((name) => {
      const kind = kindOf(name);
      input.begin().text(name);
      for (const texts of textsOf(kind, effects)) for (const text of texts) input.text(text);
      return [markOf(name), input.digest()];
    }),
  );
}

function textsOf(kind: EffectKind, effects: readonly Effect[]): (readonly (string | null)[])[] {
  const found = effects.flatMap((effect) =>
    effect.kind === kind.name ? [kind.texts(effect.data as never)] : [],
  );
  return kind.sorted && found.length > 1 ? found.sort(byTexts) : found;
}

/** By their UTF-8 bytes, as the collation "C" does, text by text. */
function byTexts(one: readonly (string | null)[], other: readonly (string | null)[]): number {
  for (const [index, text] of one.entries()) {
    const order = Buffer.compare(Buffer.from(text ?? ''), Buffer.from(other[index] ?? ''));
    if (order !== 0) return order;
  }
  return 0;
}

/** The bytes that precede the digest of a kind. */
function markOf(name: string): Buffer {
  return createHash('sha256').update(name).digest().subarray(0, 4);
}

/** Whether a transaction with this `effects_digest` has effects of the kind. */
export function hasEffect(digest: Buffer, name: string): boolean {
  const mark = markOf(name);
  for (let start = 0; start < digest.length; start += 36) {
    if (mark.equals(digest.subarray(start, start + 4))) return true;
  }
  return false;
}
