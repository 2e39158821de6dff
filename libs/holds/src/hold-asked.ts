import type { FixedPosting } from '@app/ledger';

interface OnAsset {
  userId: string;
  asset: string;
  /** Whether the asset exists, looked up before the posting. */
  assetExists: boolean;
}

/** A posting's request concerning a hold. */
export type HoldAsked = Authorise | Capture | Void;

export interface Authorise extends OnAsset {
  action: 'authorise';
  amount: number;
  /** Seconds. */
  expiresIn: number;
  details: Pick<FixedPosting, 'reference' | 'description' | 'metadata'>;
}

export interface Capture extends OnAsset {
  action: 'capture';
  holdId: string;
  /** Everything that is left, if `undefined`. */
  amount: number | undefined;
  /** Releases what is left after it. */
  final: boolean;
}

export interface Void extends OnAsset {
  action: 'void';
  holdId: string;
}
