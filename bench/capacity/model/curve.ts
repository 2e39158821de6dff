/**
 * The processor time of one request that shares its costs with others: what it costs by itself, and its part of what they cost
 * together. In microseconds.
 */
export interface Curve {
  perRequestUs: number;
  sharedUs: number;
}

/** One request shares with `shares − 1` others. */
export interface CurvePoint {
  shares: number;
  us: number;
}

export function costAt({ perRequestUs, sharedUs }: Curve, shares: number): number {
  return perRequestUs + sharedUs / shares;
}

/**
 * Least squares of the relative errors, because the costs differ tenfold. Neither part is negative. Throws if all points have the
 * same number of shares: they do not tell the parts apart.
 */
export function fitCurve(points: readonly CurvePoint[]): Curve {
  if (new Set(points.map(({ shares }) => shares)).size < 2)
    throw new Error('a curve needs points that differ in their number of shares');
  // Minimises Σ (a·u + c·v − 1)² with u = 1/us and v = 1/(shares·us).
  const sum = (term: (u: number, v: number) => number) =>
    points.reduce((total, { shares, us }) => total + term(1 / us, 1 / (shares * us)), 0);
  const [uu, uv, vv] = [sum((u) => u * u), sum((u, v) => u * v), sum((_, v) => v * v)];
  const [u1, v1] = [sum((u) => u), sum((_, v) => v)];
  const determinant = uu * vv - uv * uv;
  const perRequestUs = (u1 * vv - v1 * uv) / determinant;
  const sharedUs = (v1 * uu - u1 * uv) / determinant;
  if (perRequestUs < 0) return { perRequestUs: 0, sharedUs: v1 / vv };
  if (sharedUs < 0) return { perRequestUs: u1 / uu, sharedUs: 0 };
  return { perRequestUs, sharedUs };
}
