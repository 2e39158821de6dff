import { type Asset, Assets } from '@app/accounts';
import { fingerprint } from '@app/idempotency';
import { Journal, type Outcome, type Refusal } from '@app/ledger';
import { Inject, Injectable, Logger } from '@nestjs/common';

/** The grant that every registered user gets once. */
export interface WelcomeGrant {
  asset: string;
  /** Whole minor units. */
  amount: number;
}

export interface WelcomeOptions {
  /** `undefined`: no grant. */
  welcomeGrant: WelcomeGrant | undefined;
}

/** The injection token of WelcomeOptions. */
export const welcomeOptions = Symbol('WelcomeOptions');

/** Refusals whose cause an administrator can fix. */
const fixableRefusals: ReadonlySet<Refusal['code']> = new Set([
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
   * Pays the grant unless this user already got it. Its key is fixed and belongs to a client id that cannot be registered, so it
   * is paid once, however often this is called. If a key holds a fixable refusal, it can never hold the grant, so the next key is
   * used.
   *
   * Rejects with UnavailableError if the outcome is unknown; calling it again is safe.
   */
  async pay(userId: string): Promise<void> {
    const grant = this.options.welcomeGrant;
    if (!grant || !(await this.isPayable(grant))) return;
    for (let number = 1; ; number++) {
      const outcome = await this.post(userId, grant, number === 1 ? 'welcome' : `welcome-${number}`);
      if (!('refusal' in outcome)) return;
      const { code } = outcome.refusal;
      if (!outcome.replayed) this.logRefusal(code);
      if (!outcome.replayed || !fixableRefusals.has(code)) return;
    }
  }

  /** The fingerprint omits the amount: after a configuration change, the key still holds the payment made under the old one. */
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

  /** Checked first: registering while the asset is not ready must not store a refusal for every user. */
  private async isPayable(grant: WelcomeGrant): Promise<boolean> {
    const reason = obstacleTo(grant, await this.assets.find(grant.asset));
    if (reason === undefined) return true;
    this.logger.warn(`the welcome grant of ${grant.amount} ${grant.asset} is not paid for now: ${reason}`);
    return false;
  }

  /** A fixable refusal occurs here only if the asset changed after `isPayable` read it. */
  private logRefusal(code: Refusal['code']): void {
    if (fixableRefusals.has(code)) this.logger.warn(`a welcome grant is not paid for now: ${code}`);
    else this.logger.error(`the welcome grant of a user was refused for good: ${code}`);
  }
}

function obstacleTo({ asset: code, amount }: WelcomeGrant, asset: Asset | undefined): string | undefined {
  if (!asset) return `there is no asset ${code}`;
  if (asset.retired) return `${code} is retired`;
  if (amount >= asset.minAmount && amount <= asset.maxAmount) return undefined;
  return `amounts in ${code} must be from ${asset.minAmount} to ${asset.maxAmount}`;
}
