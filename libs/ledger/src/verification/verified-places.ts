import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/**
 * The place of each shard up to which an audit has found every record intact. An audit of what is new goes on from there. A
 * violation sets it back to 0, so every audit finds the violation until it is gone.
 *
 * Places are decimal texts: they are `bigint`.
 */
@Injectable()
export class VerifiedPlaces {
  constructor(private readonly dataSource: DataSource) {}

  async of(shard: number): Promise<string> {
    const [row] = await this.dataSource.query<{ place: string }[]>(
      `SELECT place FROM verified_places WHERE shard = $1`,
      [shard],
    );
    return row?.place ?? '0';
  }

  /** Does nothing if the place is no longer `before`, if that is given: a full audit has set it meanwhile. */
  async set(shard: number, place: string, before?: string): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO verified_places (shard, place) VALUES ($1, $2)
       ON CONFLICT (shard) DO UPDATE SET place = excluded.place
       WHERE $3::bigint IS NULL OR verified_places.place = $3`,
      [shard, place, before ?? null],
    );
  }
}
