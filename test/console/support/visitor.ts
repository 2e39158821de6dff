import { type Browser, chromium, type Page } from 'playwright-core';
import { stretchedLimit } from '../../support/time-limits.js';
import { findChromium } from './chromium.js';

export function openChromium(): Promise<Browser> {
  // Containers have no user namespaces for the sandbox of Chromium; the pages are ours.
  return chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
}

export interface VisitOptions {
  colours?: 'light' | 'dark';
  size?: { width: number; height: number };
}

export const desktop = { width: 1280, height: 800 };
export const phone = { width: 360, height: 740 };

/** A user of the console with a separate browser. */
export class Visitor {
  private readonly complaints: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly origin: string,
  ) {
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('request', (request) => {
      if (new URL(request.url()).origin !== this.origin) this.complaints.push(`asked ${request.url()}`);
    });
  }

  static async come(
    browser: Browser,
    origin: string,
    { colours = 'light', size = desktop }: VisitOptions = {},
  ): Promise<Visitor> {
    const context = await browser.newContext({
      viewport: size,
      colorScheme: colours,
      locale: 'en-GB',
      timezoneId: 'UTC',
      reducedMotion: 'reduce',
    });
    // Well below the time limit of a test, for an error that names the missing element.
    context.setDefaultTimeout(stretchedLimit(12_000));
    return new Visitor(await context.newPage(), origin);
  }

  async open(path: string): Promise<void> {
    await this.page.goto(`${this.origin}/console${path}`);
  }

  /** Signs in with the one click of the demonstration. */
  async signIn(name: 'Demo administrator' | 'Demo game server' = 'Demo administrator'): Promise<void> {
    await this.open('');
    await this.page.getByRole('button', { name }).click();
    await this.page.getByRole('navigation', { name: 'Pages' }).waitFor();
  }

  async goTo(page: 'Wallet' | 'Do' | 'Economy' | 'Integrity'): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: page }).click();
    await this.page.getByRole('heading', { level: 1, name: page }).waitFor();
  }

  async find(userId: string): Promise<void> {
    await this.page.getByRole('search').getByRole('textbox', { name: 'User id' }).fill(userId);
    await this.page.getByRole('button', { name: 'Find' }).click();
    await this.page.getByRole('heading', { level: 1, name: userId }).waitFor();
  }

  /**
   * Complaints of the browser: errors in its console and requests to other hosts. A browser also reports each refusal of the API;
   * those with an expected status are omitted.
   */
  complaintsExcept(...statuses: number[]): string[] {
    return this.complaints.filter(
      (text) => !statuses.some((status) => text.includes(`responded with a status of ${status} `)),
    );
  }

  async leave(): Promise<void> {
    await this.page.context().close();
  }
}
