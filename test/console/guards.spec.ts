import type { Browser } from 'playwright-core';
import { startService, type TestService } from '../support/test-service.js';
import { seriousFindings } from './support/axe.js';
import { describeInChromium } from './support/chromium.js';
import { openChromium, Visitor } from './support/visitor.js';

/** Proves that the checks of the other browser tests can fail: each fault is planted once and must be reported. */
describeInChromium('a visitor', () => {
  let service: TestService;
  let browser: Browser;
  let visitor: Visitor;
  beforeAll(async () => {
    [service, browser] = await Promise.all([startService(), openChromium()]);
  });
  beforeEach(async () => {
    visitor = await Visitor.come(browser, service.url);
    await visitor.open('');
  });
  afterEach(() => visitor.leave());
  afterAll(async () => {
    await browser.close();
    await service.close();
  });

  it.each([
    [
      'label',
      'a field without a name',
      `document.querySelector('main').append(document.createElement('input'))`,
    ],
    ['color-contrast', 'text that cannot be read', `document.querySelector('h1').style.color = '#ddd'`],
  ])('finds %s: %s', async (rule, _fault, plant) => {
    await visitor.page.getByRole('button', { name: 'Demo administrator' }).waitFor();
    await visitor.page.evaluate(`void (${plant})`);
    expect(await seriousFindings(visitor)).toEqual([expect.objectContaining({ id: rule })]);
  });

  it.each([
    ['an error in the console', `console.error('broken')`, /broken/],
    ['an uncaught error', `setTimeout(() => { throw new Error('lost') })`, /lost/],
    ['a request to another host', `fetch('http://127.0.0.2:9/').catch(() => 0)`, /127\.0\.0\.2/],
    [
      'an inline style',
      `document.body.insertAdjacentHTML('beforeend', '<p style="color:red">x</p>')`,
      /Content Security Policy/,
    ],
  ])('notices %s', async (_fault, plant, complaint) => {
    await visitor.page.evaluate(`void (${plant})`);
    while (visitor.complaintsExcept().length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(visitor.complaintsExcept().join('\n')).toMatch(complaint);
  });
});
