import type { Schemas } from './client.ts';

/** How many digits of an amount stand behind the point; none in an asset that is not known. */
export function decimalsOf(asset: string | undefined, assets: readonly Schemas['AssetAnswer'][]): number {
  return assets.find(({ code }) => code === asset)?.decimals ?? 0;
}

export function isRetired(asset: string, assets: readonly Schemas['AssetAnswer'][]): boolean {
  return assets.some(({ code, retired }) => code === asset && retired);
}
