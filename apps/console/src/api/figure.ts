/** A figure that may be larger than a JSON number carries exactly: the number, or where that is `null` its digits. */
export function exactly(number: number | null, digits: string | undefined): bigint {
  return BigInt(number ?? digits ?? 0);
}
