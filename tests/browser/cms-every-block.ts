import { expect } from 'vitest';
import { type EditorField, editorFields } from '../../src/cms/fields.ts';
import type { Titles } from '../../src/cms/titles.ts';
import { editorWords } from '../../src/cms/words.ts';
import { partsOf } from '../../src/loader/front-matter.ts';
import { parseBody } from '../../src/mdx/body.ts';
import { type Block, type BlockName, blocks } from '../../src/schema/blocks.ts';
import { type BlockSample, blockSamples, edited, requiredParts, type SampleWorld } from '../block-samples.ts';
import { blockForms } from './cms-block-form.ts';
import type { Desk } from './cms-forms.ts';

const words = editorWords('fr');
const image = '/media/courses/schema.png';
const file = '/media/courses/fiche.csv';

/** Each block of the schema in the body of the course that is open at this desk. */
export interface EveryBlock {
  /** Puts all into the body, in place of what is there, with nothing filled in. */
  readonly insert: () => Promise<void>;
  /** Where a block lacks something: a part of each refusal. */
  readonly lacks: () => string[];
  /** Fills in all but some fields that items of lists must have. */
  readonly fillNearly: () => Promise<void>;
  readonly nearlyLacks: () => string[];
  readonly fillRest: () => Promise<void>;
  /** Changes something in each, in the entry as it was opened anew. */
  readonly edit: () => Promise<void>;
  /** Expects that the text of a file holds what was filled in, or edited. */
  readonly isIn: (text: string, version: 'filled' | 'edited') => void;
  /** Of each edited block the last text that is its own, and not of an item of a list. */
  readonly texts: () => string[];
}

export async function everyBlock({ page, insertBlock, type }: Desk, picture: Buffer): Promise<EveryBlock> {
  const titles = (await page.evaluate(() =>
    fetch('/admin/api/titles').then((answer) => answer.json()),
  )) as Readonly<Record<string, Titles>>;
  const world: SampleWorld = { titles, image, file };
  const samples = blockSamples(world);
  const changed = samples.map((sample) => edited(sample, world));
  const [inline, standing] = [samples.filter(isInline), samples.filter((sample) => !isInline(sample))];
  const parts = requiredParts();
  const placeOf = (wanted: BlockName) => standing.findIndex(({ name }) => name === wanted);
  const forms = blockForms(page, {
    titles,
    files: { 'schema.png': picture, 'fiche.csv': Buffer.from('a,b\n1,2\n') },
  });

  return {
    async insert() {
      await type('');
      await page.keyboard.press('Control+A');
      await page.keyboard.type('Voici : ');
      for (const { name, values } of [...inline, ...standing]) {
        await insertBlock(words.t(`cms.block.${name}`));
        if (isInline({ name })) await forms.answer(fieldsOf(name), values);
      }
      expect(await forms.count()).toBe(standing.length);
    },
    lacks: () =>
      standing.flatMap(({ name }) => {
        const label = words.t(`cms.block.${name}`);
        const required = fieldsOf(name).filter((field) => field['required']);
        if (required.length === 0) return [`Français – ${label} : `];
        return required.map((field) =>
          field.name === 'children'
            ? words.t('cms.mistakes.mdx.text', { name: label })
            : `Français – ${label} › ${field.label} : `,
        );
      }),
    async fillNearly() {
      for (const [place, { name, values }] of standing.entries()) {
        const lacking = parts.filter((part) => part.name === name && placeOf(name) === place);
        await forms.fill(place, fieldsOf(name), lacking.reduce(withoutPart, values));
      }
    },
    nearlyLacks: () =>
      parts.map(({ name, list, field }) => {
        const [outer, inner] = [words.label([name, list]), words.label([name, list, field])];
        return `Français – ${words.t(`cms.block.${name}`)} › ${outer} 1 › ${inner} : `;
      }),
    async fillRest() {
      for (const { name, list, field } of parts) {
        const items = standing[placeOf(name)]?.values[list] as readonly Values[];
        await forms.fill(placeOf(name), fieldsOf(name), { [list]: [{ [field]: items[0]?.[field] }] });
      }
    },
    async edit() {
      await expect.poll(forms.count).toBe(standing.length);
      for (const [place, { name, values }] of changed.filter((sample) => !isInline(sample)).entries()) {
        const former = standing[place]?.values ?? {};
        const news = Object.entries(values).filter(([field, value]) => value !== former[field]);
        await forms.fill(place, fieldsOf(name), Object.fromEntries(news));
      }
      for (const { name, values } of changed.filter(isInline)) {
        await page.locator('[contenteditable=true] dfn').first().click();
        await forms.answer(fieldsOf(name), values);
      }
    },
    isIn(text, version) {
      const { body } = partsOf('mdx', text);
      const all = version === 'filled' ? samples : changed;
      // A body tells of those in a sentence last.
      const wanted = [...all.filter((sample) => !isInline(sample)), ...all.filter(isInline)];
      const found = parseBody(body, { blocks, locale: 'fr' });
      expect(found.mistakes).toEqual([]);
      expect(found.blocks.map(({ name, value }) => ({ name, values: value }))).toEqual(
        wanted.map(({ name, values: { children: _text, ...values } }) => ({ name, values })),
      );
      for (const { values } of wanted) if (values['children']) expect(body).toContain(values['children']);
    },
    texts: () =>
      changed.flatMap(({ values }) => {
        const own = Object.values(values).filter((value) => typeof value !== 'object' || isLines(value));
        return own.map(textsOf).findLast((texts) => texts.length > 0) ?? [];
      }),
  };
}

type Values = BlockSample['values'];

function isInline({ name }: { name: BlockName }): boolean {
  return blocks[name].children === 'inline';
}

/** The fields of a block’s form, its text among them. */
function fieldsOf(name: BlockName): EditorField[] {
  const { fields, children }: Block = blocks[name];
  const text = { name: 'children', label: words.label([name, 'children']), widget: 'text', required: true };
  return [...editorFields(fields, [name], words), ...(children === 'none' ? [] : [text])];
}

function withoutPart(values: Values, { list, field }: { list: string; field: string }): Values {
  const items = values[list] as readonly Values[];
  return {
    ...values,
    [list]: items.map((item, place) => (place === 0 ? { ...item, [field]: undefined } : item)),
  };
}

function isLines(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

/** What an editor has written, as a page shows it. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return / n° \d+/.test(value) ? [value.replaceAll('**', '')] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
