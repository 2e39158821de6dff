import type { Page } from 'playwright-core';

/** A POST of a page, with its answer. */
export interface SentWrite {
  key: string | undefined;
  path: string;
  status: number;
  replayed: boolean;
}

/** Returns a list that grows with each answer to a POST of this page. */
export function recordWrites(page: Page): SentWrite[] {
  const sent: SentWrite[] = [];
  page.on('response', (response) => {
    const request = response.request();
    if (request.method() !== 'POST') return;
    sent.push({
      key: request.headers()['idempotency-key'],
      path: new URL(response.url()).pathname,
      status: response.status(),
      replayed: response.headers()['idempotency-replayed'] === 'true',
    });
  });
  return sent;
}

/** Runs an action that sends a write, and waits for the answer. */
export async function answered(page: Page, act: () => Promise<void>): Promise<void> {
  const response = page.waitForResponse((each) => each.request().method() === 'POST');
  await act();
  await (await response).finished();
}
