/**
 * Believes an answer for a while, and lets everybody who asks meanwhile share one computation, so that nobody can load the
 * database by asking often. A failure is not remembered, and what is no longer believed is not kept.
 */
export class Remembered<T> {
  private readonly answers = new Map<string, { answer: Promise<T>; until: number }>();

  constructor(private readonly lifetimeMs: number) {}

  get(key: string, compute: () => Promise<T>): Promise<T> {
    const known = this.answers.get(key);
    if (known && known.until > performance.now()) return known.answer;
    const now = performance.now();
    for (const [name, { until }] of this.answers) if (until <= now) this.answers.delete(name);
    const answer = compute();
    this.answers.set(key, { answer, until: now + this.lifetimeMs });
    answer.catch(() => this.answers.delete(key));
    return answer;
  }
}
