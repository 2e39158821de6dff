import { Assets } from '@app/accounts';
import { fingerprint } from '@app/idempotency';
import { Journal } from '@app/ledger';
import { Inject, Injectable, Logger } from '@nestjs/common';

/** What every registered user is given once. */
export interface WelcomeGrant {
  asset: string;
  /** Whole minor units. */
  amount: number;
}

export interface WelcomeOptions {
  /** `undefined`: nothing is given. */
  welcomeGrant: WelcomeGrant | undefined;
}

/** The injection token of WelcomeOptions. */
export const welcomeOptions = Symbol('WelcomeOptions');

/** Pays the welcome grant: a bonus like any other, through the journal. */
@Injectable()
export class Welcome {
  private readonly logger = new Logger(Welcome.name);

  constructor(
    private readonly journal: Journal,
    private readonly assets: Assets,
    @Inject(welcomeOptions) private readonly options: WelcomeOptions,
  ) {}

  /**
   * Pays the grant unless this user had it before. Its key is the same for ever and belongs to a client that nobody can be,
   * so that it is paid once, whoever asks how often. The fingerprint leaves the amount out: after a change of
   * configuration the key still holds what was paid under the old one.
   *
   * Rejects with LedgerUnavailableError when the ledger cannot say; asking again settles it.
   */
  async pay(userId: string): Promise<void> {
    const grant = this.options.welcomeGrant;
    if (!grant || !(await this.isPayable(grant))) return;
    const outcome = await this.journal.post(
      {
        type: 'bonus',
        userId,
        legs: [
          {
            source: { kind: 'system', id: 'promotions' },
            destination: { kind: 'user', id: userId },
            ...grant,
          },
        ],
        reference: null,
        description: 'Welcome',
        metadata: {},
      },
      {
        clientId: '@welcome',
        key: 'welcome',
        fingerprint: fingerprint({ method: 'WELCOME', path: `/${userId}`, body: {} }),
      },
    );
    if ('refusal' in outcome && !outcome.replayed) {
      this.logger.error(`the welcome grant of a user was refused for good: ${outcome.refusal.code}`);
    }
  }

  /** A refusal would be stored under the key for ever; what an administrator can still put right must not become one. */
  private async isPayable({ asset: code, amount }: WelcomeGrant): Promise<boolean> {
    const asset = await this.assets.find(code);
    if (asset && amount >= asset.minAmount && amount <= asset.maxAmount) return true;
    const reason = asset
      ? `an amount of ${code} is from ${asset.minAmount} to ${asset.maxAmount}`
      : `there is no asset ${code}`;
    this.logger.warn(`the welcome grant of ${amount} ${code} is not paid for now: ${reason}`);
    return false;
  }
}
