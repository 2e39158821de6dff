/** A UUID of version 7, which is what ids of transactions are. */
export const transactionId = expect.stringMatching(
  /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
) as string;

/** A time in UTC with milliseconds. */
export const instant = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string;

/** Resolves when the clock of the service has gone past an instant, so that what comes next is later. */
export async function untilAfter(time: string): Promise<void> {
  while (Date.now() <= Date.parse(time)) await new Promise(setImmediate);
}
