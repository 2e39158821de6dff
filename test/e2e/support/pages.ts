import type { WalletClient } from '../../support/wallet-client.js';

export interface Page<T> {
  data: T[];
  hasMore: boolean;
}

/** Walks a list page by page to its end, with the cursor that `cursorOf` takes from the last element of each page. */
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
