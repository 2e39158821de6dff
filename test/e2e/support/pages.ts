import type { WalletClient } from '../../support/wallet-client.js';

export interface Page<T> {
  data: T[];
  hasMore: boolean;
}

/** Reads a list page by page to its end. `cursorOf` gives the cursor of the last element of each page. */
export async function walk<T>(
  client: WalletClient,
  path: string,
  cursorOf: (element: T) => string | number,
): Promise<T[][]> {
  const pages: T[][] = [];
  for (let cursor = ''; ;) {
    const answer = await client.get(`${path}${cursor}`);
    expect(answer.status).toBe(200);
    const page = answer.json as Page<T>;
    pages.push(page.data);
    const last = page.data.at(-1);
    if (!page.hasMore || last === undefined) return pages;
    cursor = `&startingAfter=${cursorOf(last)}`;
  }
}
