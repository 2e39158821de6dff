import { ShardPlacement } from '@app/accounts';
import { readClock } from '@app/database';
import { CapabilityRegistry } from '@app/ledger';
import { type WaitOptions, Reports } from '@app/reports';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ClosedDays } from './closed-days.js';
import { ClosedFlows } from './closed-flows.js';
import { daysOf, type EconomyDay, startsOfDays, supplyOf } from './days.js';
import { type Holders, readHolders } from './holders.js';
import { readSystemBalances } from './system-balances.js';
import { readSystemBalancesNow, type SystemBalance } from './system-balances-at.js';
import { readTransactionRate, type TransactionRate } from './transaction-rate.js';

/** The amount of an asset in circulation. */
export interface Supply {
  asset: string;
  supply: bigint;
}

/** The state of the economy now. */
export interface Overview {
  /** Every asset that ever moved, by code. */
  supply: Supply[];
  transactionRate: TransactionRate;
}

/** Where all credits are now. */
export interface Positions {
  /** Every asset, by code. */
  supply: Supply[];
  balances: SystemBalance[];
}

type Caller = Pick<WaitOptions, 'signal'>;

/**
 * Where credits come from, where they go and how many exist. Costs do not grow with the length of the history: see
 * docs/adr/0014-compute-the-economy-in-a-bounded-window.md. Only past days are cached.
 *
 * Every method rejects as `Reports.run` does.
 */
@Injectable()
export class Economy {
  private readonly closedDays = new ClosedDays();
  private readonly closedFlows = new ClosedFlows();

  constructor(
    private readonly reports: Reports,
    private readonly placement: ShardPlacement,
    private readonly capabilities: CapabilityRegistry,
  ) {}

  /** The supply of every asset, and the transactions per second of the last minute. */
  overview(caller: Caller = {}): Promise<Overview> {
    return this.run('economy', caller, async (manager) => {
      const balances = await readSystemBalancesNow(manager, this.groups);
      const assets = [...new Set(balances.map(({ asset }) => asset))].sort();
      const supply = assets.map((asset) => ({ asset, supply: supplyOf(balances, asset) }));
      const now = await readClock(manager);
      const transactionRate = await readTransactionRate(manager, { groups: this.groups, now });
      return { supply, transactionRate };
    });
  }

  /** The last `days` days (UTC, by the database clock) of an asset, today last and up to now. */
  async days({ asset, days }: { asset: string; days: number }, caller: Caller = {}): Promise<EconomyDay[]> {
    const { systemAccounts: accounts, economyFlows: flows } = this.capabilities;
    const read = await this.run(`economy days ${days}`, caller, async (manager) => {
      const now = await readClock(manager);
      const starts = startsOfDays(days, now);
      const where = { manager, groups: this.groups, now };
      const opening = await this.closedDays.balancesAt(starts, where);
      const sums = await this.closedFlows.on(starts, { ...where, flows });
      return { starts, sums, balances: [...opening, await readSystemBalancesNow(manager, this.groups)] };
    });
    return daysOf(asset, read, { accounts, flows: flows.map(({ name }) => name) });
  }

  /** The largest holders of an existing asset. Reads every account. */
  holders(asset: string, caller: Caller = {}): Promise<Holders> {
    const statementTimeoutMs = 60_000;
    return this.run(`economy holders ${asset}`, { ...caller, statementTimeoutMs }, (manager) =>
      readHolders(manager, asset),
    );
  }

  /** The balance of each system account in each asset: the sum of its stripes, 0 if nothing ever moved. */
  systemBalances(caller: Caller = {}): Promise<SystemBalance[]> {
    return this.run('system accounts', caller, (manager) =>
      readSystemBalances(manager, {
        groups: this.groups,
        accounts: this.capabilities.systemAccounts,
      }),
    );
  }

  /** The supply of every asset, and the balance of each system account in each of them. */
  async positions(caller: Caller = {}): Promise<Positions> {
    const balances = await this.systemBalances(caller);
    const assets = [...new Set(balances.map(({ asset }) => asset))];
    return { balances, supply: assets.map((asset) => ({ asset, supply: supplyOf(balances, asset) })) };
  }

  /** A statement reads shards that are placed together. */
  private get groups(): readonly (readonly number[])[] {
    return this.placement.groups.map(({ shards }) => shards);
  }

  private run<T>(
    name: string,
    { statementTimeoutMs, ...caller }: Caller & { statementTimeoutMs?: number },
    read: (manager: EntityManager) => Promise<T>,
  ): Promise<T> {
    return this.reports.run(
      { name, read, ...(statementTimeoutMs !== undefined && { statementTimeoutMs }) },
      caller,
    );
  }
}
