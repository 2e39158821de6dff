/** A transaction id: a UUID of version 7. */
export const transactionId = expect.stringMatching(
  /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
) as string;

/** A time in UTC with milliseconds. */
export const instant = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string;

/** The figures of a balance of which nothing is held or owed. */
export function allAvailable(balance: number): { balance: number; available: number; held: number } {
  return { balance, available: balance, held: 0 };
}

/** Resolves once the clock of the service is past an instant, to make whatever follows later than it. */
export async function untilAfter(time: string): Promise<void> {
  while (Date.now() <= Date.parse(time)) await new Promise(setImmediate);
}
