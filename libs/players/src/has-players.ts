import type { DataSource } from 'typeorm';

/** Whether any player can log in with a password. */
export async function hasPlayers(session: Pick<DataSource, 'query'>): Promise<boolean> {
  const [row] = await session.query<{ found: boolean }[]>(`SELECT EXISTS (SELECT FROM players) AS found`);
  return row?.found ?? false;
}
