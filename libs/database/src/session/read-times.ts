import pg from 'pg';

const { TIMESTAMPTZ, TIMESTAMP, DATE } = pg.types.builtins;

/** The driver answers `null` for a time that it cannot read, as if there were none. On this connection that is an error. */
export function readTimesOrFail(client: pg.Client): void {
  for (const type of [TIMESTAMPTZ, TIMESTAMP, DATE]) {
    const read = pg.types.getTypeParser(type, 'text') as (text: string) => unknown;
    client.setTypeParser(type, (text) => {
      const time = read(text);
      if (time instanceof Date && !Number.isNaN(time.getTime())) return time;
      throw new Error(`the database answered a time that cannot be read: ${text}`);
    });
  }
}
