/** Thrown for a cursor that this ledger never issued. */
export class CursorError extends Error {
  override readonly name = 'CursorError';
}

/** A follower's position: the last place it has seen in every shard. */
export type FollowCursor = ReadonlyMap<number, number>;

const format = 1;

export function firstCursor(shards: readonly number[]): FollowCursor {
  return new Map(shards.map((shard) => [shard, 0]));
}

/** A cursor as text: base64url of a format byte and one place per shard, each as an unsigned LEB128. */
export function encodeCursor(cursor: FollowCursor): string {
  const bytes = [format];
  for (const place of [...cursor].sort(([a], [b]) => a - b).map(([, last]) => last)) {
    let rest = place;
    for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
    bytes.push(rest);
  }
  return Buffer.from(bytes).toString('base64url');
}

/** The counterpart of `encodeCursor`. Throws CursorError for a text that it never returned for these shards. */
export function decodeCursor(text: string, shards: readonly number[]): FollowCursor {
  const bytes = Buffer.from(text, 'base64url');
  const places: number[] = [];
  for (let at = 1, place = 0, unit = 1; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    place += (byte % 128) * unit;
    unit *= 128;
    if (byte >= 128) continue;
    places.push(place);
    [place, unit] = [0, 1];
  }
  const sorted = [...shards].sort((a, b) => a - b);
  const cursor = new Map(sorted.map((shard, index) => [shard, places[index] ?? NaN]));
  const isOurs = bytes[0] === format && places.every(Number.isSafeInteger) && encodeCursor(cursor) === text;
  if (!isOurs || places.length !== sorted.length) {
    throw new CursorError('`after` must be "start" or the cursor of an earlier answer.');
  }
  return cursor;
}
