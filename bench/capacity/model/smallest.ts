/**
 * The smallest whole number from `from` on that is enough. What is enough stays enough with more, and some number is enough: it
 * is found by doubling and bisection.
 */
export function smallest(from: number, isEnough: (count: number) => boolean): number {
  if (isEnough(from)) return from;
  let [tooFew, enough] = [from, from * 2];
  while (!isEnough(enough)) [tooFew, enough] = [enough, enough * 2];
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (isEnough(middle)) enough = middle;
    else tooFew = middle;
  }
  return enough;
}
