import type { Assets } from '@app/accounts';
import { ProblemError } from '../../request/problems/problem.js';

/** Throws `asset-not-found` unless the asset exists. */
export async function requireAsset(assets: Assets, asset: string): Promise<void> {
  if (!(await assets.exists(asset))) throw new ProblemError('asset-not-found', undefined, { asset });
}
