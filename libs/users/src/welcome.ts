import { type Asset, Assets } from '@app/accounts';
import { fingerprint } from '@app/idempotency';
import { Journal, type Outcome, type Refusal } from '@app/ledger';
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

/** Refusals that an administrator can put right. */
const canBePutRight: ReadonlySet<Refusal['code']> = new Set([
  'asset-not-found',
  'asset-retired',
  'amount-out-of-range',
]);

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
   * Pays the grant unless this user had it before. Its key never changes and belongs to a client that cannot exist, so it is
   * paid once, however often it is asked for. A key that holds a refusal which an administrator can put right is passed over
   * for the next one: it can never hold the grant.
   *
   * Rejects with UnavailableError when the ledger cannot say; asking again settles it.
   */
  async pay(userId: string): Promise<void> {
    const grant = this.options.welcomeGrant;
    if (!grant || !(await this.isPayable(grant))) return;
    for (let number = 1; ; number++) {
      const outcome = await this.post(userId, grant, number === 1 ? 'welcome' : `welcome-${number}`);
      if (!('refusal' in outcome)) return;
      const { code } = outcome.refusal;
      if (!outcome.replayed) this.logRefusal(code);
      if (!outcome.replayed || !canBePutRight.has(code)) return;
    }
  }

  /** The fingerprint leaves the amount out: after a change of configuration the key still holds what was paid under the old one. */
  private post(userId: string, grant: WelcomeGrant, key: string): Promise<Outcome> {
    return this.journal.post(
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
        key,
        actor: { kind: 'house', id: 'welcome' },
        fingerprint: fingerprint({ method: 'WELCOME', path: `/${userId}`, body: {} }),
      },
    );
  }

  /** Asked first: registering while the asset is not ready must not store a refusal for every user. */
  private async isPayable(grant: WelcomeGrant): Promise<boolean> {
    const reason = obstacleTo(grant, await this.assets.find(grant.asset));
    if (reason === undefined) return true;
    this.logger.warn(`the welcome grant of ${grant.amount} ${grant.asset} is not paid for now: ${reason}`);
    return false;
  }

  /** One that can be put right is met here only if the asset changed after `isPayable` had looked at it. */
  private logRefusal(code: Refusal['code']): void {
    if (canBePutRight.has(code)) this.logger.warn(`a welcome grant is not paid for now: ${code}`);
    else this.logger.error(`the welcome grant of a user was refused for good: ${code}`);
  }
}

function obstacleTo({ asset: code, amount }: WelcomeGrant, asset: Asset | undefined): string | undefined {
  if (!asset) return `there is no asset ${code}`;
  if (asset.retired) return `${code} is retired`;
  if (amount >= asset.minAmount && amount <= asset.maxAmount) return undefined;
  return `an amount of ${code} is from ${asset.minAmount} to ${asset.maxAmount}`;
}
