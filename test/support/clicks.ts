import type { Locator, Page } from 'playwright-core';

/** What people do on any page of the portal, by the names that they read there. */

const named = (name: string | RegExp) => (typeof name === 'string' ? { name, exact: true } : { name });

export const press = (page: Page | Locator, name: string | RegExp): Promise<void> =>
  page.getByRole('button', named(name)).first().click();

export const follow = (page: Page | Locator, name: string | RegExp): Promise<void> =>
  page.getByRole('link', named(name)).first().click();

export const next = (page: Page): Promise<void> => press(page, '下一步');

/** Opens a task of the workbench. */
export const openTask = (page: Page, task: string): Promise<void> => follow(page.locator('main'), task);

/** Sends the dialog that is open and waits until it is gone. */
export async function send(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** Chooses from a list; a long list is searched by typing its code. */
export async function choose(page: Page | Locator, label: string, option: string, typed?: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true }).last();
  const whole = field.page();
  const select = field.locator('xpath=ancestor::*[contains(concat(" ", @class, " "), " ant-select ")]');
  const chosen = select.getByTitle(option);
  // A dialog that is still opening may take the first click for itself.
  for (let tries = 0; tries < 3 && !(await chosen.first().isVisible()); tries += 1) {
    await field.click();
    if (typed) await field.fill(typed);
    await whole.locator('.ant-select-dropdown:visible').getByTitle(option, { exact: true }).click();
    await whole.waitForTimeout(100);
  }
  await chosen.first().waitFor();
}

/** Waits for a sentence on the page. */
export const said = (page: Page | Locator, text: string | RegExp): Promise<void> =>
  page.getByText(text).first().waitFor();

/** The page again and again, until it shows what a process behind it made. */
export async function shows(page: Page, text: string | RegExp): Promise<void> {
  for (let tries = 0; tries < 60; tries += 1) {
    await page.waitForTimeout(500);
    if (await page.getByText(text).first().isVisible()) return;
    await page.reload();
    await page.locator('h1').waitFor();
  }
  throw new Error(`${page.url()} never showed ${String(text)}`);
}

/** The value beside a name, in the pages' lists of facts. */
export const factOf = async (page: Page, name: string): Promise<string> => {
  const fact = page
    .locator('dt')
    .filter({ hasText: new RegExp(`^${name}$`) })
    .first();
  return (await fact.locator('xpath=following-sibling::dd[1]').innerText()).trim();
};

/** antd parts the two characters of a short button. What follows the name is left open: an order's subject, say. */
const begins = (text: string): RegExp => new RegExp(`^${[...text].join('\\s?')}`);

/** Steps of a task done in a dialog, by the beginning of each name: optional fields end in a word that says so. */
export const dialogSteps = {
  press: (page: Page, text: string): Promise<void> =>
    page
      .getByRole('button', { name: begins(text) })
      .first()
      .click(),
  confirm: (page: Page, text: string): Promise<void> =>
    page
      .getByRole('dialog')
      .getByRole('button', { name: begins(text) })
      .click(),
  /** Opens the dialog of this name and sends it as it stands. */
  act: async (page: Page, text: string): Promise<void> => {
    await dialogSteps.press(page, text);
    await dialogSteps.confirm(page, text);
  },
  choose: (page: Page, label: string): Promise<void> =>
    page.getByRole('dialog').getByLabel(label, { exact: true }).check(),
  fill: (page: Page, label: string, text: string): Promise<void> => labelled(page, label).fill(text),
  pick: async (page: Page, label: string, option: string): Promise<void> => {
    await labelled(page, label).click();
    await page.getByTitle(option, { exact: true }).last().click();
  },
};

const labelled = (page: Page, label: string): Locator => page.getByRole('dialog').getByLabel(new RegExp(`^${label}`));
