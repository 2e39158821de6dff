import { naturalInteger } from '../figures/integers.js';
import type { ProblemMembers } from './problem.js';

/** The OpenAPI schema of a member that problems of one code have besides those of RFC 9457. */
export interface MemberSchema {
  readonly type: 'string' | 'integer' | 'array' | readonly ['integer', 'string'];
  readonly description: string;
  readonly example: NonNullable<ProblemMembers[string]>;
  /** Whether a problem of this code can lack the member. */
  readonly optional?: boolean;
  /** `false`: the example of the problem lacks it. */
  readonly inExample?: false;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
  readonly items?: object;
}

export function textMember(description: string, example: string): MemberSchema {
  return { type: 'string', description, example };
}

export function integerMember(description: string, example: number): MemberSchema {
  return { ...naturalInteger, description, example };
}

export const assetMember = textMember('The code of the asset.', 'GOLD');
