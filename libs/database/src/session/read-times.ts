import pg from 'pg';

const { TIMESTAMPTZ, TIMESTAMP, DATE } = pg.types.builtins;

/** Makes an unreadable time an error on this connection. The driver would return `null`, as if there were no time. */
export function readTimesOrFail(client: pg.Client): void {
  for (const type of [TIMESTAMPTZ, TIMESTAMP, DATE]) {
    const read = pg.types.getTypeParser(type, 'text') as (text: string) => unknown;
    client.setTypeParser(type, (text) => {
      const time = read(text);
      if (time instanceof Date && !Number.isNaN(time.getTime())) return time;
      throw new Error(`The database returned an unreadable time: ${text}`);
    });
  }
}
