// People at the console in a browser: a colleague who is invited, a forgotten password, an address, a passkey.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { root } from '../../scripts/command.mjs';
import { secretIn } from '../server/browser.mjs';
import { openShop } from '../server/shop.mjs';
import { sink } from '../server/sink.mjs';
import { clean } from './axe.mjs';
import { eventually, launchChromium, shot, visit } from './shop.mjs';

const real = { host: 'localhost', sellers: {}, web: join(root, 'build', 'web') };
const password = 'a sentence to remember';

/** A page of the console that opens a fragment anew. */
const openAt = async (page, url) => {
  await page.goto('about:blank');
  await page.goto(url);
};
const heading = (page, name) => page.getByRole('heading', { name, level: 1 }).waitFor();

async function signUp(page, url, name, email) {
  await openAt(page, `${url}/console/#/sign-up`);
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Create an account' }).click();
  await heading(page, `Welcome, ${name}`);
}

async function signIn(page, email, words = password) {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(words);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

const signOut = (page) => page.getByRole('button', { name: 'Sign out' }).click();

async function beginToSell(page) {
  await page.getByRole('link', { name: 'Sell my products' }).click();
  await page.getByLabel('Name of your business').fill('Bird Works');
  await page.getByLabel('Country', { exact: true }).selectOption('DE');
  await page.getByLabel('Delivery of a parcel in your country').fill('4.90');
  await page.getByRole('button', { name: 'Create' }).click();
  await heading(page, 'Orders');
}

describe('people at the console', { timeout: 300_000, concurrency: false }, () => {
  let shop, chromium, boss, mate;
  before(async () => {
    shop = await openShop({ serve: ['--sign-up', 'open'], ...real });
    chromium = await launchChromium();
    boss = await visit(chromium);
    mate = await visit(chromium, { permissions: ['clipboard-read', 'clipboard-write'] });
  });
  after(async () => {
    await chromium?.close();
    await shop?.stop();
  });

  let link;
  test('somebody is invited by a link that is shown once, where there are no e-mails', async () => {
    const { page } = boss;
    await signUp(page, shop.url, 'Bea Boss', 'bea@example.org');
    await beginToSell(page);
    await page.getByRole('link', { name: 'Team' }).click();
    await heading(page, 'Team');
    await page.getByRole('row', { name: /Bea Boss \(you\).*Owner/ }).waitFor();
    await page.getByLabel('E-mail').fill('nobody');
    await page.getByRole('button', { name: 'Invite' }).click();
    await page.getByText('This is no e-mail address.').waitFor();
    await page.getByLabel('E-mail').fill('max@example.org');
    await page.getByLabel('Right', { exact: true }).selectOption('orders');
    await page.getByRole('button', { name: 'Invite' }).click();
    const field = page.getByLabel('Link max@example.org');
    await field.waitFor();
    link = await field.inputValue();
    await page.getByRole('row', { name: /max@example.org.*Orders/ }).waitFor();
    await clean(page);
    await shot(page, 'team');
  });

  test('who is invited reads what to, makes an account, and may do just that', async () => {
    const { page } = mate;
    await openAt(page, link);
    await heading(page, 'Create an account');
    await page.getByText('Bea Boss invites you to work for Bird Works.').waitFor();
    await clean(page);
    await shot(page, 'invitation');
    await page.getByLabel('Your name').fill('Max Mate');
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Create an account' }).click();
    await heading(page, 'Orders');
    await page.getByText('You may do the day’s work here.', { exact: false }).waitFor();
    await page.getByRole('navigation').getByRole('link', { name: 'Business' }).click();
    await heading(page, 'Business');
    await page.getByLabel('Name', { exact: true }).waitFor();
    assert.equal(await page.getByLabel('Name', { exact: true }).isDisabled(), true);
    assert.equal(await page.locator('main button:enabled').count(), 0);
    await page.getByRole('navigation').getByRole('link', { name: 'Team' }).click();
    await heading(page, 'Team');
    assert.equal(await page.getByRole('button', { name: 'Invite' }).count(), 0);
    await openAt(page, link);
    await page.getByText('This link was used already', { exact: false }).waitFor();
  });

  test('a right is changed, the last owner keeps theirs, and who is removed sees nothing more', async () => {
    const { page } = boss;
    await page.reload();
    await heading(page, 'Team');
    const own = page.getByLabel('Right of Bea Boss');
    await own.selectOption('read');
    await page.getByText('The team needs an owner.', { exact: false }).waitFor();
    await eventually(async () => (await own.inputValue()) === 'owner');
    await page.getByLabel('Right of Max Mate').selectOption('manage');
    await page.getByRole('row', { name: /Max Mate/ }).waitFor();
    await eventually(async () => (await page.getByText('The team needs an owner').count()) === 0);
    await page.reload();
    await eventually(
      async () => (await page.getByLabel('Right of Max Mate').inputValue()) === 'manage',
    );
    await page.getByRole('button', { name: 'Remove Max Mate' }).click();
    await eventually(async () => (await page.getByRole('row', { name: /Max Mate/ }).count()) === 0);
    await openAt(mate.page, `${shop.url}/console/`);
    await heading(mate.page, 'Welcome, Max Mate');
  });

  test('a passkey is added, signs in without a password, and is removed', async () => {
    const { page, context } = boss;
    const devtools = await context.newCDPSession(page);
    await devtools.send('WebAuthn.enable');
    const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await page.getByRole('link', { name: 'Your account' }).click();
    await heading(page, 'Your account');
    await page.getByText('You have no passkeys yet.').waitFor();
    await page.getByLabel('Name of the passkey').fill('Laptop');
    const passkeys = page.getByRole('region', { name: 'Passkeys' });
    await passkeys.getByLabel('Present password').fill('not the password');
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByText('The e-mail address or the password is not right.').waitFor();
    await passkeys.getByLabel('Present password').fill(password);
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await passkeys.getByText('Laptop', { exact: true }).waitFor();
    assert.equal(await page.getByLabel('Name of the passkey').inputValue(), '');
    assert.equal(await passkeys.getByLabel('Present password').inputValue(), '');
    const { credentials } = await devtools.send('WebAuthn.getCredentials', { authenticatorId });
    assert.equal(credentials.length, 1);
    assert.equal(credentials[0].rpId, 'localhost');
    await clean(page);
    await shot(page, 'passkeys');

    await signOut(page);
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await heading(page, 'Orders');
    await page.getByRole('link', { name: 'Your account' }).click();
    await passkeys.getByText('Last used', { exact: false }).waitFor();
    assert.equal(await passkeys.getByText('Never').count(), 0);

    await signOut(page);
    await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.getByText('That did not work.', { exact: false }).waitFor();
    await shot(page, 'sign-in-passkey');
    await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true });
    await signIn(page, 'bea@example.org');
    await heading(page, 'Orders');
    await page.getByRole('link', { name: 'Your account' }).click();
    await page.getByRole('button', { name: 'Remove Laptop' }).click();
    await page.getByText('You have no passkeys yet.').waitFor();
    await signOut(page);
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.getByText('This passkey is not known here any more.').waitFor();
  });

  test('the page Team holds in five languages, at 360 px, from the right and in the dark', async () => {
    for (const [locale, title] of [
      ['de-DE', 'Team'],
      ['fr-FR', 'Équipe'],
      ['es-ES', 'Equipo'],
      ['ar-EG', 'الفريق'],
    ]) {
      const narrow = { viewport: { width: 360, height: 780 }, colorScheme: 'dark' };
      const { page, context, problems } = await visit(chromium, { locale, ...narrow });
      await page.goto(`${shop.url}/console/`);
      await page.locator('#email').fill('bea@example.org');
      await page.locator('#password').fill(password);
      await page.locator('form button').click();
      await page.locator('nav.pages').waitFor();
      const owner = /#\/(sel_\w+)/.exec(page.url())?.[1];
      await openAt(page, `${shop.url}/console/#/${owner}/team`);
      await heading(page, title);
      await page.locator('table').waitFor();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= 360, `${locale}: ${wide}`);
      await clean(page);
      await shot(page, `team-${locale}`);
      await openAt(page, `${shop.url}/console/#/account`);
      await page.locator('#passkeys').waitFor();
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 360, locale);
      await clean(page);
      await shot(page, `account-${locale}`);
      // Who comes first is told that nobody is signed in.
      assert.deepEqual(
        problems.filter((each) => !/401 \(Unauthorized\)/.test(each)),
        [],
      );
      await context.close();
    }
  });
});

describe('people with e-mails at the console', { timeout: 300_000, concurrency: false }, () => {
  let shop, smtp, chromium, person;
  before(async () => {
    smtp = await sink();
    const mail = ['--smtp-url', smtp.url, '--mail-from', 'shop@shop.example'];
    const serve = ['--sign-up', 'open', ...mail, '--allow-insecure-smtp'];
    shop = await openShop({ serve, ...real });
    chromium = await launchChromium();
    person = await visit(chromium);
  });
  after(async () => {
    await chromium?.close();
    await shop?.stop();
    await smtp?.close();
  });
  /** The page of the console that the newest e-mail to an address leads to. */
  const linked = async (email, page, count = 1) => {
    const mails = (await smtp.wait(email, count)).map(({ text }) => secretIn(text, page));
    return `${shop.url}/console/#/${page}/${mails.filter(Boolean).at(-1)}`;
  };

  test('an address is confirmed by the link, also after signing in anew', async () => {
    const { page } = person;
    await signUp(page, shop.url, 'Pia Person', 'pia@example.org');
    await page
      .getByText('Open the link that we have sent to pia@example.org', { exact: false })
      .waitFor();
    await clean(page);
    await shot(page, 'to-confirm');
    await page.getByRole('link', { name: 'Sell my products' }).click();
    await page.getByLabel('Name of your business').fill('Bird Works');
    await page.getByLabel('Country', { exact: true }).selectOption('DE');
    await page.getByLabel('Delivery of a parcel in your country').fill('4.90');
    await page.getByRole('button', { name: 'Create' }).click();
    await page.getByText('Confirm your e-mail address first.').waitFor();
    await signOut(page);
    await openAt(page, await linked('pia@example.org', 'confirm'));
    await page.getByText('Sign in to confirm your e-mail address.').waitFor();
    await signIn(page, 'pia@example.org');
    await page.getByText('Your e-mail address is confirmed.').first().waitFor();
    await page.getByRole('link', { name: 'All your shops' }).click();
    await heading(page, 'Welcome, Pia Person');
    assert.equal(await page.getByText('Open the link that').count(), 0);
    await beginToSell(page);
  });

  test('a forgotten password is set anew by the link', async () => {
    const { page } = person;
    await signOut(page);
    await page.getByRole('link', { name: 'Forgotten your password?' }).click();
    await heading(page, 'Set a new password');
    await page.getByLabel('E-mail').fill('pia@example.org');
    await page.getByRole('button', { name: 'Send the link' }).click();
    await page.getByText('If there is an account with this address', { exact: false }).waitFor();
    await openAt(page, await linked('pia@example.org', 'reset', 2));
    await heading(page, 'Set a new password');
    await page.getByLabel('New password').fill('short');
    await page.getByRole('button', { name: 'Set the password' }).click();
    await page.getByText('Use at least 10 characters', { exact: false }).waitFor();
    await clean(page);
    await page.getByLabel('New password').fill('another long sentence');
    await page.getByRole('button', { name: 'Set the password' }).click();
    await heading(page, 'Orders');
    await signOut(page);
    await signIn(page, 'pia@example.org', 'another long sentence');
    await heading(page, 'Orders');
  });

  test('the address is changed by a link to the new one, and the monthly e-mail is turned off', async () => {
    const { page } = person;
    await page.getByRole('link', { name: 'Your account' }).click();
    await heading(page, 'Your account');
    await page.getByText('Change the e-mail address').first().click();
    await page.getByLabel('New e-mail address').fill('pia@new.example');
    const address = page.getByRole('region', { name: 'E-mail', exact: true });
    await address.getByLabel('Present password').fill('another long sentence');
    await page.getByRole('button', { name: 'Change the e-mail address' }).click();
    await page
      .getByText('We have sent a link to pia@new.example.', { exact: false })
      .first()
      .waitFor();
    const wish = page.getByLabel('Tell me when the statement of a month is ready');
    assert.equal(await wish.isChecked(), true);
    await wish.uncheck();
    await page.getByText('Saved.').waitFor({ state: 'attached' });
    await openAt(page, await linked('pia@new.example', 'confirm'));
    await page.getByText('Your e-mail address is confirmed.').first().waitFor();
    await openAt(page, `${shop.url}/console/#/account`);
    await page.getByText('pia@new.example').waitFor();
    assert.equal(await wish.isChecked(), false);
  });
});
