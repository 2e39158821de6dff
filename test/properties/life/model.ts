import type { Action, Step } from './actions.js';

export interface Figures {
  balance: number;
  held: number;
  owed: number;
}

interface ModelHold {
  left: number;
  lapsesAt: number;
}

interface Original {
  amount: number;
  reversed: number;
  /** A request names only what happened before it was sent. */
  isKnown: boolean;
}

/** An account as a list of rules in a page: obviously correct, and without a database in mind. */
export class ModelAccount {
  private balance = 0;
  private owed = 0;
  private readonly holds: (ModelHold | undefined)[] = [];
  private readonly topups: (Original | undefined)[] = [];
  private readonly spends: (Original | undefined)[] = [];

  /** Whether each request happens. */
  run(steps: readonly Step[]): boolean[] {
    let now = 0;
    return steps.flatMap(({ after, actions }) => {
      now += after;
      const happened = actions.map((action) => this.request(action, now));
      for (const original of [...this.topups, ...this.spends]) if (original) original.isKnown = true;
      return happened;
    });
  }

  figures(): Figures {
    return { balance: this.balance, held: this.held, owed: this.owed };
  }

  /** Books what is due at this instant. */
  settle(now: number): void {
    for (const hold of this.holds) if (hold && hold.lapsesAt <= now) hold.left = 0;
    const repaid = Math.min(this.owed, this.balance - this.held);
    this.balance -= repaid;
    this.owed -= repaid;
  }

  private get held(): number {
    return this.holds.reduce((sum, hold) => sum + (hold?.left ?? 0), 0);
  }

  private get available(): number {
    return Math.max(0, this.balance - this.held - this.owed);
  }

  private request(action: Action, now: number): boolean {
    this.settle(now);
    const happens = this.happens(action, now);
    if (happens) this.settle(now);
    return happens;
  }

  private happens(action: Action, now: number): boolean {
    switch (action.kind) {
      case 'topup':
        this.balance += action.amount;
        this.topups.push({ amount: action.amount, reversed: 0, isKnown: false });
        return true;
      case 'spend': {
        const happens = action.amount <= this.available;
        if (happens) this.balance -= action.amount;
        this.spends.push(happens ? { amount: action.amount, reversed: 0, isKnown: false } : undefined);
        return happens;
      }
      case 'hold': {
        const happens = action.amount <= this.available;
        this.holds.push(happens ? { left: action.amount, lapsesAt: now + action.seconds } : undefined);
        return happens;
      }
      case 'capture': {
        const hold = this.holds[action.of];
        const amount = action.amount ?? hold?.left ?? 0;
        if (!hold || hold.left === 0 || amount > hold.left) return false;
        hold.left = action.final ? 0 : hold.left - amount;
        this.balance -= amount;
        return true;
      }
      case 'void': {
        const hold = this.holds[action.of];
        if (!hold || hold.left === 0) return false;
        hold.left = 0;
        return true;
      }
      case 'take back':
        return this.reverse(this.topups[action.of], action, (amount) => {
          const taken = Math.min(amount, this.balance - this.held);
          this.balance -= taken;
          this.owed += amount - taken;
        });
      case 'give back':
        return this.reverse(this.spends[action.of], action, (amount) => {
          this.balance += amount;
        });
      case 'forgive':
        if (action.amount > this.owed) return false;
        this.owed -= action.amount;
        return true;
    }
  }

  private reverse(
    original: Original | undefined,
    { amount, upTo }: { amount: number; upTo: boolean },
    move: (amount: number) => void,
  ): boolean {
    if (!original?.isKnown) return false;
    const asked = upTo ? Math.max(0, amount - original.reversed) : amount;
    if (amount > original.amount || original.reversed + asked > original.amount) return false;
    original.reversed += asked;
    move(asked);
    return true;
  }
}
