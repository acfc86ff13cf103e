import { type Locale, localeNames, locales } from '../../i18n/locales.ts';
import { collections } from '../../schema/collections.ts';
import { type Awaited, type Outlook, outlookAfter } from '../awaited.ts';
import { storedEditor } from '../editor-person.ts';
import type { PageFacts } from '../page.ts';
import { buildSteps, type Progress } from '../protocol.ts';
import type { EditorWords } from '../words.ts';
import { chooseLanguage } from './chosen-language.ts';
import { nameForm } from './name-form.ts';

/** The bar below Decap’s interface: the language, ways to what helps, and how far a publication is. */
export function showBar(locale: Locale, { basePath, backend }: PageFacts, words: EditorWords): void {
  const bar = document.createElement('nav');
  bar.className = 'editor-bar';
  bar.setAttribute('aria-label', words.t('cms.bar.label'));
  bar.append(
    languageChoice(locale, words),
    link(`${basePath}${locale}/editing/`, words.t('cms.bar.handbook')),
    link(`${basePath}${locale}/blocks/`, words.t('cms.bar.blocks')),
    link(`${basePath}${locale}/editing/state/`, words.t('cms.bar.state')),
    ...(backend.name === 'proxy' ? [whoEdits(words), progress(locale, basePath, words)] : []),
  );
  document.body.append(bar);
}

function languageChoice(locale: Locale, words: EditorWords): HTMLElement {
  const choice = document.createElement('select');
  choice.setAttribute('aria-label', words.t('cms.bar.language'));
  for (const each of locales) choice.add(new Option(localeNames[each], each, false, each === locale));
  choice.addEventListener('change', () => {
    chooseLanguage(localStorage, choice.value as Locale);
    location.reload();
  });
  return choice;
}

/** Under which name changes are kept, and the way to another one. */
function whoEdits(words: EditorWords): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.title = words.t('cms.bar.name');
  const show = () => {
    button.textContent = storedEditor(localStorage)?.name ?? '';
    button.hidden = button.textContent === '';
  };
  show();
  addEventListener('storage', show);
  // The name is first given on the page before the editor, in this same document.
  addEventListener('hashchange', show);
  button.addEventListener('click', () => {
    const dialog = document.createElement('dialog');
    dialog.className = 'small-dialog';
    dialog.append(
      nameForm(words, () => {
        dialog.close();
        show();
      }),
    );
    dialog.addEventListener('close', () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
  });
  return button;
}

function link(address: string, words: string): HTMLAnchorElement {
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.target = '_blank';
  anchor.textContent = words;
  return anchor;
}

/** From “published” to “online”, with the way to the page. What was online before this page was opened is no news. */
function progress(locale: Locale, basePath: string, words: EditorWords): HTMLElement {
  const output = document.createElement('output');
  let awaited: readonly Awaited[] = [];
  const events = new EventSource(`${basePath}admin/api/progress`);
  events.addEventListener('progress', ({ data }: MessageEvent<string>) => {
    const outlook = outlookAfter(JSON.parse(data) as Progress, awaited);
    awaited = outlook.awaited;
    if (!outlook.news) return;
    const said = document.createElement('span');
    said.textContent = sentence(outlook.news, words);
    output.replaceChildren(said);
    output.title = outlook.news.state === 'failed' ? outlook.news.mistakes : '';
    const entry = outlook.online.at(-1)?.entry;
    const page = entry && pageOf(entry, locale);
    if (page) void appendLink(said, basePath + page, words.t('cms.progress.page'));
  });
  return output;
}

/** An entry that shows only from a later day has no page yet. */
async function appendLink(said: HTMLElement, address: string, words: string): Promise<void> {
  const { ok } = await fetch(address, { method: 'HEAD' });
  if (ok) said.append(' ', link(address, words));
}

function sentence(told: NonNullable<Outlook['news']>, { t }: EditorWords): string {
  if (told.state !== 'building') return t(`cms.progress.${told.state}`);
  const { step, usualSeconds } = told;
  const way = {
    step: buildSteps.indexOf(step) + 1,
    steps: buildSteps.length,
    what: t(`cms.progress.step.${step}`),
  };
  if (usualSeconds === undefined) return t('cms.progress.building', way);
  return t('cms.progress.buildingUsual', { ...way, seconds: Math.ceil(usualSeconds) });
}

/** The address of an entry’s page, from the site’s root; undefined where it has none. */
function pageOf(entry: string, locale: Locale): string | undefined {
  const [collection = '', slug = ''] = entry.split('/');
  const pages = Object.entries(collections).find(([name]) => name === collection)?.[1];
  if (!pages || !('pages' in pages)) return undefined;
  return `${locale}/${pages.pages && `${pages.pages}/`}${slug}/`;
}
