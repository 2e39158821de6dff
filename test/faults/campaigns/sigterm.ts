import { setTimeout as sleep } from 'node:timers/promises';
import { Checker } from '../checker/checker.js';
import { randomOf } from '../../support/random.js';
import type { Campaign } from '../runner/campaign.js';
import { patience } from '../runner/patience.js';
import { startDurableDatabase } from '../support/durable-database.js';
import { startWallet } from '../support/wallet.js';

const goneWithinMs = 10_000;

export const campaign: Campaign = {
  name: 'sigterm',
  title: 'SIGTERM under load: everything that came is answered, no connection is reset, exit 0',
  quick: true,
  run: async ({ quick, seed, folder, log }) => {
    const rounds = quick ? 2 : 50;
    const { databaseUrl } = await startDurableDatabase(folder);
    const wallet = await startWallet({ databaseUrl });
    const checker = new Checker({ seed, users: 60, urls: [wallet.url], databaseUrl });
    const random = randomOf(seed);
    const broken: string[] = [];
    let slowestMs = 0;
    checker.load.start(32);
    for (let round = 1; round <= rounds; round++) {
      await checker.load.until(50);
      await sleep(random() * 200);
      const startedAt = performance.now();
      const code = await wallet.stop();
      slowestMs = Math.max(slowestMs, performance.now() - startedAt);
      if (code !== 0) broken.push(`round ${round}: exit code ${code}: ${wallet.output().slice(-300)}`);
      await wallet.restart();
      if (round % 10 === 0) log(`${round} of ${rounds}`);
    }
    await checker.load.stop();
    const unanswered = Object.entries(checker.answers()).filter(([name]) => !/^(201|422) /.test(name));
    const verdict = await checker.settle();
    await wallet.stop();
    broken.push(
      ...verdict.broken,
      ...unanswered.map(([name, count]) => `${count} requests ended with ${name}`),
    );
    if (slowestMs > patience(goneWithinMs)) broken.push(`the slowest exit took ${Math.round(slowestMs)} ms`);
    return { broken, checks: verdict.figures, figures: { rounds, 'slowest exit ms': Math.round(slowestMs) } };
  },
};
