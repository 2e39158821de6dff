/** What can change. A capability that lets administrators change something else adds its kind. */
export const changeKinds = ['asset', 'item', 'task', 'conversion-rate', 'client', 'user'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** Who changes something: a client, or an operator, whose name is the login of the database session. */
export type Author = { client: string } | 'operator';

/** The members of a subject that administrators see. Never a secret, nor the hash of one. */
export type Terms = Readonly<Record<string, unknown>>;

/** A change about to be recorded. */
export interface Change {
  kind: ChangeKind;
  /** Names the subject as its path in the API does: `iron-sword`, `SILVER/GOLD`. */
  subject: string;
  by: Author;
  /** `null` if the subject is new. */
  before: Terms | null;
  /** `null` if the subject is removed. */
  after: Terms | null;
}

/** A change on record. */
export interface RecordedChange {
  /** Counts all changes from 1, without a gap, in the order in which they committed. */
  number: number;
  kind: string;
  subject: string;
  /** The id of a client, or `operator:` with the login of the operator. */
  by: string;
  before: Terms | null;
  after: Terms | null;
  createdAt: Date;
}
