import { mkdir } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { startService, type TestService } from '../support/test-service.js';
import { seriousFindings } from '../console/support/axe.js';
import { describeInChromium } from '../console/support/chromium.js';
import { startServiceWithStory } from '../console/support/story.js';
import { desktop, openChromium, phone, Visitor } from '../console/support/visitor.js';

/** UPDATE_SCREENSHOTS=1 renews docs/screenshots; otherwise a run leaves the working tree unchanged. */
const screenshots = process.env['UPDATE_SCREENSHOTS'] === '1' ? 'docs/screenshots' : undefined;

/** Each page as a user sees it. */
const pages: Record<string, (visitor: Visitor) => Promise<void>> = {
  'sign-in': async (visitor) => {
    await visitor.open('');
    await visitor.page.getByRole('button', { name: 'Demo administrator' }).waitFor();
  },
  users: async (visitor) => {
    await visitor.signIn();
    await visitor.page.getByRole('link', { name: 'alice' }).waitFor();
  },
  wallet: async (visitor) => {
    await visitor.signIn();
    await visitor.find('alice');
    await visitor.page.getByRole('img', { name: /^Balance over/ }).waitFor();
    await visitor.page.getByRole('button', { name: 'Older' }).waitFor();
    await visitor.page.getByText(/As movement .* left it/).waitFor();
  },
  transaction: async (visitor) => {
    await visitor.signIn();
    await visitor.find('alice');
    await visitor.page.getByRole('button', { name: 'Spend' }).first().click();
    await visitor.page.getByText('✓ intact').first().waitFor();
  },
  do: async (visitor) => {
    await visitor.signIn();
    await visitor.goTo('Do');
    await visitor.page.getByRole('button', { name: 'Send 20 at once' }).click();
    await visitor.page.getByText('Sent 20 times, one effect').waitFor();
  },
  economy: async (visitor) => {
    await visitor.signIn();
    await visitor.goTo('Economy');
    await visitor.page.getByRole('img', { name: /^Sources and sinks/ }).waitFor();
    await visitor.page.getByText(/holders in all/).waitFor();
  },
  integrity: async (visitor) => {
    await visitor.signIn();
    await visitor.goTo('Integrity');
    await visitor.page.getByRole('button', { name: 'Run the audit' }).click();
    await visitor.page.getByText('Every invariant holds').waitFor();
    await visitor.page.getByRole('button', { name: 'Verify the chain' }).click();
    await visitor.page.getByText('✓ intact').waitFor();
  },
};

async function picture({ page }: Visitor, name: string, { fullPage }: { fullPage: boolean }): Promise<void> {
  if (screenshots === undefined) return;
  await mkdir(screenshots, { recursive: true });
  await page.screenshot({ path: `${screenshots}/${name}.png`, fullPage });
}

describeInChromium('the console after npm start', () => {
  it('shows the movement of each balance of the demo', async () => {
    const [service, browser] = await Promise.all([startService(), openChromium()]);
    const visitor = await Visitor.come(browser, service.url, { colours: 'light', size: desktop });
    try {
      await visitor.signIn();
      await visitor.find('alice');
      await visitor.page
        .getByRole('button', { name: 'Bonus' })
        .or(visitor.page.getByRole('button', { name: 'Top-up' }))
        .first()
        .waitFor();
      await picture(visitor, 'demo-wallet', { fullPage: true });
      expect(visitor.complaintsExcept()).toEqual([]);
    } finally {
      await visitor.leave();
      await browser.close();
      await service.close();
    }
  });
});

describeInChromium('the pages of the console', () => {
  let service: TestService;
  let browser: Browser;
  beforeAll(async () => {
    [service, browser] = await Promise.all([startServiceWithStory(), openChromium()]);
  });
  afterAll(async () => {
    await browser.close();
    await service.close();
  });

  const views = Object.keys(pages).flatMap((name) =>
    (['light', 'dark'] as const).flatMap((colours) => [
      { name, colours, device: 'desktop', size: desktop },
      { name, colours, device: 'phone', size: phone },
    ]),
  );

  it.each(views)(
    'shows $name in $colours colours on a $device, accessible and without browser errors',
    async ({ name, colours, device, size }) => {
      const visitor = await Visitor.come(browser, service.url, { colours, size });
      try {
        await pages[name]?.(visitor);
        expect(await seriousFindings(visitor)).toEqual([]);
        expect(await visitor.page.evaluate('document.documentElement.scrollWidth')).toBe(size.width);
        expect(visitor.complaintsExcept()).toEqual([]);
        await picture(visitor, `${name}-${colours}-${device}`, { fullPage: name !== 'transaction' });
      } finally {
        await visitor.leave();
      }
    },
  );
});
