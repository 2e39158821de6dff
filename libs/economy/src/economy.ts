import { ShardMap } from '@app/accounts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { daysBetween, type EconomyDay, startsOfDays, supplyOf } from './days.js';
import { type Holders, readHolders } from './holders.js';
import { type Pace, readPace } from './pace.js';
import { Remembered } from './remembered.js';
import { readCurrentStandings, readStandings, type Standing } from './standings.js';

/** How much of an asset there is. */
export interface Supply {
  asset: string;
  supply: number;
}

/**
 * A batch that began before midnight may commit after it, and the clocks of two instances differ; after an hour nothing
 * more comes that belongs before.
 */
const settledAfterMs = 3_600_000;

/** More starts of days than anybody may ask for; the oldest is forgotten first. */
const mostStarts = 128;

/**
 * How much of each asset exists, where it comes from and where it goes. Nothing here costs more because the history is
 * long: see docs/adr/0014-compute-the-economy-in-a-bounded-window.md.
 */
@Injectable()
export class Economy {
  private readonly settled = new Map<number, readonly Standing[]>();
  private readonly recentSupply = new Remembered<Supply[]>(1_000);
  private readonly recentPace = new Remembered<Pace>(1_000);
  private readonly recentStarts = new Remembered<(readonly Standing[])[]>(5_000);
  private readonly recentHolders = new Remembered<Holders>(60_000);

  constructor(
    private readonly dataSource: DataSource,
    private readonly shards: ShardMap,
  ) {}

  /** Every asset that ever moved, with what is in circulation. Up to a second old. */
  supply(): Promise<Supply[]> {
    return this.recentSupply.get('', async () => {
      const standings = await readCurrentStandings(this.dataSource, this.shards.all);
      const assets = [...new Set(standings.map(({ asset }) => asset))].sort();
      return assets.map((asset) => ({ asset, supply: supplyOf(standings, asset) }));
    });
  }

  /** Transactions in each second of the last minute. Up to a second old. */
  pace(): Promise<Pace> {
    return this.recentPace.get('', () =>
      readPace(this.dataSource, { shards: this.shards.all, now: new Date() }),
    );
  }

  /** The last `days` days of an asset, today last. Today is up to now; the days before are up to five seconds old. */
  async days({ asset, days }: { asset: string; days: number }): Promise<EconomyDay[]> {
    const starts = startsOfDays(days, new Date());
    const opening = await this.recentStarts.get(`${String(days)} until ${String(starts.at(-1))}`, () =>
      this.standingsAt(starts),
    );
    const now = await readCurrentStandings(this.dataSource, this.shards.all);
    return daysBetween(starts, [...opening, now], asset);
  }

  /** The largest holders of an asset that exists. Up to a minute old, since it has to look at every account. */
  holders(asset: string): Promise<Holders> {
    return this.recentHolders.get(asset, () => readHolders(this.dataSource, asset));
  }

  /** What is settled is read once in the life of the process: the past does not change. */
  private async standingsAt(starts: readonly Date[]): Promise<(readonly Standing[])[]> {
    const instants = starts.filter((start) => !this.settled.has(start.getTime()));
    const found = await readStandings(this.dataSource, { shards: this.shards.all, instants });
    const standings = starts.map(
      (start) => this.settled.get(start.getTime()) ?? found.get(start.getTime()) ?? [],
    );
    for (const [start, standing] of found) {
      if (Date.now() - start > settledAfterMs) this.settled.set(start, standing);
    }
    for (const start of [...this.settled.keys()].sort((a, b) => a - b).slice(0, -mostStarts)) {
      this.settled.delete(start);
    }
    return standings;
  }
}
