import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** What an editor does in Decap’s interface, in French. Each step waits for what it leads to. */
export interface Desk {
  readonly page: Page;
  /** Opens the form of a new entry, or that of the entry with this slug. */
  readonly open: (collection: string, slug?: string) => Promise<void>;
  /** Writes into a field, in the first or the second of the two languages side by side. */
  readonly write: (field: string, text: string, pane?: 0 | 1) => Promise<void>;
  /** Types into the body as a person would. */
  readonly type: (text: string, pane?: 0 | 1) => Promise<void>;
  /** Names another entry by its title. */
  readonly choose: (field: string, title: string) => Promise<void>;
  readonly save: () => Promise<void>;
  readonly pressSave: () => Promise<void>;
  /** Presses “save” and gives back what the editor reads when it is refused. */
  readonly saveInVain: () => Promise<string[]>;
  /** Shows another language at the right. */
  readonly showLanguage: (language: string) => Promise<void>;
  readonly insertBlock: (label: string) => Promise<void>;
  /** Adds a group to a list, by the word for one. */
  readonly addItem: (label: string) => Promise<void>;
  /** Chooses one of the options of a field. */
  readonly pick: (field: string, option: string) => Promise<void>;
  /** Uploads a picture into the field of the entry’s image, or into that at another place, where it shall be called `name`. */
  readonly upload: (file: string, bytes: string | Buffer, place?: number, name?: string) => Promise<void>;
  /** The addresses of pictures that the forms can’t show. */
  readonly brokenPictures: () => Promise<string[]>;
  readonly setStatus: (name: string) => Promise<void>;
  /** Does something with an entry that is published. */
  readonly published: (action: string) => Promise<void>;
  readonly publish: () => Promise<void>;
  readonly pressPublish: () => Promise<void>;
  readonly notice: (words: string | RegExp) => Promise<string>;
}

export function deskOf(page: Page, origin: string): Desk {
  const field = (name: string, pane = 0) => page.locator(`[id^="${name}-field-"]`).nth(pane);
  const saveButton = page.getByRole('button', { name: 'Enregistrer', exact: true });
  const notices = page.locator('.notif__container, [class*="notif"], .Toastify__toast');
  const notice = async (words: string | RegExp) => {
    const found = notices.filter({ hasText: words }).first();
    await found.waitFor();
    return (await found.textContent()) ?? '';
  };
  const pressPublish = async () => {
    await page.getByRole('button', { name: /^Publier/ }).click();
    await page.getByRole('menuitem', { name: 'Publier maintenant' }).click();
  };
  return {
    page,
    notice,
    async open(collection, slug) {
      // Another address after the same # would not load the page again.
      await page.goto('about:blank');
      const place = slug ? `entries/${slug}` : 'new';
      await page.goto(`${origin}/admin/#/collections/${collection}/${place}`);
      await page.locator('label').first().waitFor();
    },
    write: (name, text, pane) => field(name, pane).fill(text),
    async type(text, pane = 0) {
      await page.getByRole('textbox').and(page.locator('[contenteditable]')).nth(pane).click();
      await page.keyboard.type(text);
    },
    async choose(name, title) {
      await field(name).fill(title);
      await page.getByRole('listitem').filter({ hasText: title }).first().waitFor();
    },
    async save() {
      await saveButton.click();
      const refusal = page.getByRole('dialog');
      await Promise.race([notice('Entrée enregistrée'), refusal.waitFor()]);
      if (await refusal.isVisible()) throw new Error(`Not saved: ${await refusal.textContent()}`);
      await page.waitForURL(/\/entries\//);
    },
    pressSave: () => saveButton.click(),
    async saveInVain() {
      await saveButton.click();
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      const refusals = await dialog.getByRole('listitem').allTextContents();
      await dialog.getByRole('button').click();
      await dialog.waitFor({ state: 'detached' });
      return refusals.map((refusal) => refusal.replace(/\s/g, ' '));
    },
    async showLanguage(language) {
      await page
        .getByRole('button', { name: /^Écrire en/ })
        .nth(1)
        .click();
      await page.getByRole('menuitem', { name: new RegExp(language, 'i') }).click();
      await page.getByRole('button', { name: new RegExp(`^Écrire en ${language}`, 'i') }).waitFor();
    },
    async insertBlock(label) {
      await page.getByRole('button', { name: 'Ajouter un bloc' }).first().click();
      await page.getByRole('menuitem', { name: label, exact: true }).click();
    },
    addItem: (label) =>
      page
        .getByRole('button', { name: new RegExp(`^Ajouter\\s: ${label}$`) })
        .first()
        .click(),
    async pick(name, option) {
      await field(name).fill(option);
      await page.getByRole('option', { name: option, exact: true }).click();
    },
    async upload(file, bytes, place = 0, name = file) {
      await page
        .getByRole('button', { name: /^Choisir une image/ })
        .nth(place)
        .click();
      const type = file.endsWith('.svg') ? 'image/svg+xml' : 'image/png';
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: file, mimeType: type, buffer: Buffer.from(bytes) });
      await page.getByText(name).first().waitFor();
      await page.getByRole('button', { name: 'Choisir les éléments sélectionnés' }).click();
    },
    brokenPictures: () =>
      page.locator('img').evaluateAll((all: HTMLImageElement[]) => {
        const broken = all.filter(({ src, complete, naturalWidth }) => src && complete && naturalWidth === 0);
        return broken.map(({ src }) => src);
      }),
    async setStatus(name) {
      const status = page.getByRole('button', { name: /^Statut/ });
      // Decap takes no status as long as it reads what was just saved: who presses again is heard.
      const press = async () => {
        if (!(await status.textContent())?.includes(name)) {
          await status.click();
          await page.getByRole('menuitem', { name }).click({ timeout: 2000 });
        }
        return status.textContent();
      };
      await expect.poll(() => press().catch(() => ''), { interval: 500 }).toContain(name);
    },
    async published(action) {
      await page.getByRole('button', { name: /^Publiée/ }).click();
      await page.getByRole('menuitem', { name: action }).click();
    },
    pressPublish,
    async publish() {
      await pressPublish();
      await notice('publiée');
    },
  };
}
