import { Economy } from '@app/economy';
import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Gauge, Registry } from 'prom-client';

/** How often the balances are read. One statement on the connections of reports. */
const readEveryMs = 60_000;

/** The supply of each asset and the balances of the system accounts, as of the last read. */
@Injectable()
export class EconomyMetrics implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(EconomyMetrics.name);
  private readonly supply: Gauge<'asset'>;
  private readonly balances: Gauge<'account' | 'asset'>;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    registry: Registry,
    private readonly economy: Economy,
  ) {
    this.supply = new Gauge({
      name: 'wallet_supply',
      help: 'Minor units in circulation',
      labelNames: ['asset'],
      registers: [registry],
    });
    this.balances = new Gauge({
      name: 'wallet_system_balance',
      help: 'Balance of a system account in minor units',
      labelNames: ['account', 'asset'],
      registers: [registry],
    });
  }

  onApplicationBootstrap(): void {
    void this.read();
    this.timer = setInterval(() => void this.read(), readEveryMs).unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** A failed read keeps the last figures. */
  async read(): Promise<void> {
    try {
      const { balances, supply } = await this.economy.positions();
      for (const { asset, supply: inCirculation } of supply)
        this.supply.set({ asset }, Number(inCirculation));
      for (const { account, asset, balance } of balances)
        this.balances.set({ account, asset }, Number(balance));
    } catch (error) {
      this.logger.warn(`the supply could not be read: ${(error as Error).message}`);
    }
  }
}
