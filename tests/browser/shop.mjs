// What the end-to-end tests share: the demo on free ports, a browser, and the steps that customers take.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from '../../scripts/browser.mjs';
import { startDemo } from '../../scripts/demo.mjs';

/** A customer whose every word is one that no page has by chance. */
export const customer = {
  name: 'Quillon Canarywick',
  email: 'quillon.canarywick@example.com',
  phone: '+49 30 5550188',
  line1: 'Zypressenpfad 77b',
  line2: 'Hinterhaus Kanarie',
  postcode: '14482',
  city: 'Kanarienburg',
};

export const goods = {
  trellis: 'Trellis panel, larch, 60 × 180 cm',
  saw: 'Pull saw, 240 mm',
  horn: 'Horn meal fertiliser, 2.5 kg',
  soil: 'Raised-bed soil, peat-free',
};

export const launchChromium = (args = []) =>
  chromium.launch({
    executablePath: findBrowser(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', ...args],
  });

/** The demo with its own data, and a browser. `close()` ends both. */
export async function openTown({ args, launch = launchChromium, ...options } = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'vitrine-e2e-'));
  const log = [];
  let demo, browser;
  const close = async () => {
    await browser?.close();
    await demo?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    demo = await startDemo({
      dataDir,
      onLine: (name, line) => log.push(`${name}: ${line}`),
      ...options,
    });
    browser = await launch(args);
  } catch (error) {
    await close();
    throw error;
  }
  return { demo, browser, dataDir, log, close };
}

/** A tab of a new visitor. `problems` collects what the console and the page complain about. */
export async function visit(browser, options = {}) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const problems = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (line) => line.type() === 'error' && problems.push(line.text()));
  return { context, page, problems };
}

export const cards = (page) => page.locator('vitrine-grid li');

/** Opens a page that holds the shop and waits until its goods are seen. */
export async function enter(page, url) {
  await page.goto(url);
  await cards(page).first().waitFor();
}

/** Shows the whole shelf. */
export async function showAll(page) {
  const more = page.getByRole('button', { name: 'Show more' });
  while ((await more.count()) > 0) {
    const before = await cards(page).count();
    await more.click();
    await cards(page).nth(before).waitFor();
  }
}

export const addButton = (page, title) =>
  page.getByRole('button', { name: `Add ${title} to the cart` });

export const cartButton = (page) => page.locator('vitrine-store [part~=cart-button]');

/** Waits for the count beside the cart. */
export const cartHolds = (page, count) =>
  page
    .getByRole('button', { name: count === 0 ? 'Cart, empty' : new RegExp(`^Cart, ${count} item`) })
    .waitFor();

/** Waits for a figure of the cart's sum: other ways to get its things name sums too. */
export const cartCosts = (drawer, text) => drawer.locator('.sum', { hasText: text }).waitFor();

export async function openCart(page) {
  await cartButton(page).click();
  const drawer = page.locator('vitrine-cart dialog[open]');
  await drawer.waitFor();
  return drawer;
}

/** Through the product view, with an option that is not the one shown first. */
export async function addVariant(page, title, option) {
  await page.getByRole('button', { name: `Choose ${title}` }).click();
  const view = page.locator('vitrine-product dialog[open]');
  await view.getByRole('radio', { name: option }).check();
  await view.getByRole('button', { name: 'Add to cart' }).click();
  await view.getByText('Added', { exact: false }).first().waitFor();
  await view.getByRole('button', { name: 'Close' }).click();
}

/** Things of all three sellers. */
export async function fillCart(page) {
  await showAll(page);
  await addButton(page, goods.saw).click();
  await cartHolds(page, 1);
  await addButton(page, goods.trellis).click();
  await cartHolds(page, 2);
  await addVariant(page, goods.soil, '40 l');
  await cartHolds(page, 3);
}

export async function openCheckout(drawer, page) {
  await drawer.getByRole('button', { name: 'Checkout' }).click();
  const checkout = page.frameLocator('vitrine-checkout iframe');
  await checkout.getByRole('heading', { name: 'Checkout' }).waitFor();
  return checkout;
}

/** Waits for the sum that stands above the order button. */
export const costs = (checkout, text) =>
  checkout.locator('.summary .total', { hasText: text }).waitFor();

export async function fillIn(checkout, who = customer) {
  await checkout.getByLabel('Full name').fill(who.name);
  await checkout.getByLabel('E-mail').fill(who.email);
  await checkout.getByLabel(/^Phone/).fill(who.phone);
  await checkout.getByLabel('Street and number').fill(who.line1);
  await checkout.getByLabel(/^Flat, floor, company/).fill(who.line2);
  await checkout.getByLabel('Postcode').fill(who.postcode);
  await checkout.getByLabel('Town or city').fill(who.city);
}

/** Minor units of the first price in a text: "Total €1,234.50" → 123450; "Free" → 0. */
export function cents(text) {
  if (/\bFree\b/.test(text)) return 0;
  const [, whole, part] = /€\s?([\d,]+)\.(\d\d)/.exec(text);
  return Number(whole.replaceAll(',', '')) * 100 + Number(part);
}

/** Asks again until it is so; `tell` says what was the case instead. */
export async function eventually(ask, { patience = 15_000, tell = () => ask } = {}) {
  const giveUp = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > giveUp) throw new Error(`not so after ${patience} ms: ${tell()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Keeps a picture where VITRINE_SHOTS names a folder for them. */
export async function shot(page, name, options) {
  const folder = process.env.VITRINE_SHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), ...options });
}

/** What is wider than the page, and how far each sticks out: empty where the page cannot be moved sideways. */
export const stickingOut = (page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const within = (root) =>
      [...root.querySelectorAll('*')].flatMap((each) => [
        each,
        ...(each.shadowRoot ? within(each.shadowRoot) : []),
      ]);
    const out = within(document).flatMap((each) => {
      const { left, right } = each.getBoundingClientRect();
      return left < 0 || right > clientWidth
        ? [`${each.localName}.${each.className} ${left}…${right}`]
        : [];
    });
    return [`${scrollWidth} in ${clientWidth}`, ...out];
  });
