import type { BlockValues } from '../blocks.ts';
import type { EditorField } from '../fields.ts';
import { chosenBy, type Titles } from '../titles.ts';
import type { EditorWords } from '../words.ts';
import { labelled } from './name-form.ts';
import { titlesOfAll } from './titles.ts';

interface FormField {
  readonly name: string;
  readonly label: HTMLLabelElement;
  /** What was written; undefined while it names nothing. */
  readonly value: () => string | undefined;
}

/**
 * Asks in a dialog for what stands in a block within a sentence, where Decap has no form. Begins with `values`; gives back
 * null when the editor turns back.
 */
export async function askInline(
  title: string,
  fields: readonly EditorField[],
  values: BlockValues,
  { t }: Pick<EditorWords, 't'>,
): Promise<BlockValues | null> {
  const titles = await titlesOfAll();
  const rows = fields.map((field) => rowOf(field, String(values[field.name] ?? ''), titles, t));
  const dialog = document.createElement('dialog');
  dialog.className = 'small-dialog';
  const form = document.createElement('form');
  form.className = 'small-form';
  const heading = document.createElement('h1');
  heading.textContent = title;
  const done = document.createElement('button');
  done.textContent = t('cms.inline.done');
  const back = document.createElement('button');
  back.type = 'button';
  back.textContent = t('cms.inline.back');
  back.addEventListener('click', () => dialog.close());
  form.append(heading, ...rows.map(({ label }) => label), done, back);
  dialog.append(form);
  document.body.append(dialog);
  return new Promise((answered) => {
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const written = rows.map(({ name, value }) => [name, value()] as const);
      answered({ ...values, ...Object.fromEntries(written) });
      dialog.close();
    });
    dialog.addEventListener('close', () => {
      answered(null);
      dialog.remove();
    });
    dialog.showModal();
  });
}

function rowOf(
  { name, label, collection }: EditorField,
  former: string,
  all: Readonly<Record<string, Titles>>,
  t: EditorWords['t'],
): FormField {
  const input = document.createElement('input');
  const titles = typeof collection === 'string' ? (all[collection] ?? {}) : undefined;
  const value = () => (titles ? chosenBy(titles, input.value, true) : input.value.trim()) || undefined;
  // Browsers say what is missing in their own language, not in the editor’s.
  const judge = () =>
    input.setCustomValidity(value() ? '' : t(titles ? 'cms.entry.unknown' : 'cms.inline.missing'));
  input.autocomplete = 'off';
  input.value = titles?.[former] ?? former;
  input.addEventListener('input', judge);
  judge();
  const row = labelled(label, input);
  if (titles) {
    const list = document.createElement('datalist');
    list.id = `inline-${name}-titles`;
    for (const each of Object.values(titles)) list.append(new Option(each));
    input.setAttribute('list', list.id);
    input.placeholder = t('cms.entry.choose');
    row.append(list);
  }
  return { name, label: row, value };
}
