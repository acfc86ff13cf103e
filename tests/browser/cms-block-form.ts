import type { Locator, Page } from 'playwright-core';
import type { EditorField } from '../../src/cms/fields.ts';
import type { Titles } from '../../src/cms/titles.ts';

type Values = Readonly<Record<string, unknown>>;

/** Fields that stand together: those of a block, or of one item of a list. */
interface Group {
  /** The id of the element around them. */
  readonly id: string;
  /** The place of the item. */
  readonly place: number;
}

/** The forms of blocks in the first body of an entry. */
export interface BlockForms {
  readonly count: () => Promise<number>;
  /** Writes `values` into the form at this place; fields that it does not name stay as they are. */
  readonly fill: (place: number, fields: readonly EditorField[], values: Values) => Promise<void>;
  /** Answers the dialog that asks for what stands in a block within a sentence. */
  readonly answer: (fields: readonly EditorField[], values: Values) => Promise<void>;
}

/** What the forms name: entries by their titles, and files that are uploaded when they are first wanted. */
export interface Named {
  readonly titles: Readonly<Record<string, Titles>>;
  readonly files: Readonly<Record<string, Buffer>>;
}

/** Fills in the forms of blocks as an editor does, in French. */
export function blockForms(page: Page, { titles, files }: Named): BlockForms {
  const body = page.locator('[contenteditable=true]').first();
  const all = body.locator('[data-slate-void=true]:not([data-slate-inline])');

  const titleOf = (field: EditorField, slug: unknown) => titles[String(field['collection'])]?.[String(slug)];
  const uploaded = new Set<string>();

  const labelOf = (name: string, { id, place }: Group): Locator =>
    page
      .locator(
        `xpath=//*[@id="${id}"]//label[starts-with(@for, "${name}-field-")][ancestor::*[contains(@id, "-field-")][1]/@id = "${id}"]`,
      )
      .nth(place);

  const chooseFile = async (around: Locator, address: string): Promise<void> => {
    const name = address.split('/').at(-1) ?? '';
    await around.getByRole('button', { name: /^Choisir/ }).click();
    const library = page.getByRole('dialog');
    await library.getByText('Téléverser une nouvelle ressource').waitFor();
    const mimeType = name.endsWith('.png') ? 'image/png' : 'text/csv';
    // What was just uploaded is chosen already.
    if (uploaded.has(name)) await library.getByText(name, { exact: true }).click();
    else
      await library
        .locator('input[type=file]')
        .setInputFiles({ name, mimeType, buffer: files[name] ?? Buffer.alloc(0) });
    uploaded.add(name);
    await library.getByRole('button', { name: 'Choisir les éléments sélectionnés' }).click();
    await library.waitFor({ state: 'detached' });
  };

  const fillField = async (field: EditorField, value: unknown, group: Group): Promise<void> => {
    const label = labelOf(field.name, group);
    const id = (await label.getAttribute('for')) ?? '';
    const control = page.locator(`[id="${id}"]`);
    const around = label.locator('xpath=ancestor::div[@aria-label][1]');
    const ways: Readonly<Record<string, () => Promise<void>>> = {
      string: () => control.fill(String(value)),
      text: () => control.fill(String(value)),
      lines: () => control.fill((value as string[]).join('\n')),
      select: async () => {
        const options = field['options'] as readonly { value: string; label: string }[];
        const option = options.find((each) => each.value === value)?.label ?? '';
        await control.fill(option);
        await around.getByRole('option', { name: option, exact: true }).click();
      },
      boolean: () => control.click(),
      entry: async () => {
        const title = titleOf(field, value) ?? '';
        await control.fill(title);
        await control.press('Enter');
        await around.getByRole('listitem').filter({ hasText: title }).waitFor();
      },
      image: () => chooseFile(around, String(value)),
      file: () => chooseFile(around, String(value)),
      list: async () => {
        const items = value as readonly Values[];
        const add = control.getByRole('button', { name: /^Ajouter/ }).first();
        const present = await control.locator('[aria-roledescription=sortable]').count();
        for (let place = present; place < items.length; place += 1) await add.click();
        for (const [place, item] of items.entries())
          await fillGroup(field['fields'] as EditorField[], item, { id, place });
      },
    };
    const way = ways[field.widget];
    if (!way) throw new Error(`Say in tests/browser/cms-block-form.ts how “${field.widget}” is filled in.`);
    await way();
  };

  const fillGroup = async (fields: readonly EditorField[], values: Values, group: Group): Promise<void> => {
    for (const field of fields) {
      const value = values[field.name];
      if (value !== undefined) await fillField(field, value, group);
    }
  };

  return {
    count: () => all.count(),
    async fill(place, fields, values) {
      const around = all.nth(place).locator('[id^="undefined-field-"]').first();
      await fillGroup(fields, values, { id: (await around.getAttribute('id')) ?? '', place: 0 });
    },
    async answer(fields, values) {
      const dialog = page.getByRole('dialog');
      for (const field of fields) {
        const value = String(values[field.name]);
        await dialog.getByLabel(field.label).fill(titleOf(field, value) ?? value);
      }
      await dialog.getByRole('button', { name: 'Mettre dans le texte' }).click();
      await dialog.waitFor({ state: 'detached' });
    },
  };
}
