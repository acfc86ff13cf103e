import { type Locale, localeNames, locales } from '../../i18n/locales.ts';
import { collections } from '../../schema/collections.ts';
import type { PageFacts } from '../page.ts';
import type { Progress } from '../protocol.ts';
import type { EditorWords } from '../words.ts';
import { chooseLanguage } from './language.ts';

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
    ...(String(backend.name) === 'own' ? [progress(locale, basePath, words)] : []),
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
  let entry: string | undefined;
  let isAwaited = false;
  const events = new EventSource(`${basePath}admin/api/progress`);
  events.addEventListener('progress', ({ data }: MessageEvent<string>) => {
    const told = JSON.parse(data) as Progress;
    if (told.state === 'saved') {
      entry = told.entry;
      isAwaited = true;
    }
    if (!isAwaited) return;
    output.replaceChildren(sentence(told, words));
    if (told.state === 'failed') output.title = told.mistakes;
    if (told.state !== 'live') return;
    isAwaited = false;
    const page = entry && pageOf(entry, locale);
    if (page) output.append(' ', link(basePath + page, words.t('cms.progress.page')));
  });
  return output;
}

function sentence(told: Progress, { t }: EditorWords): string {
  if (told.state === 'building' && told.usualSeconds)
    return t('cms.progress.buildingUsual', { seconds: Math.ceil(told.usualSeconds) });
  return t(`cms.progress.${told.state}`);
}

/** The address of an entry’s page, from the site’s root; undefined where it has none. */
function pageOf(entry: string, locale: Locale): string | undefined {
  const [collection = '', slug = ''] = entry.split('/');
  const pages = Object.entries(collections).find(([name]) => name === collection)?.[1];
  if (!pages || !('pages' in pages)) return undefined;
  return `${locale}/${pages.pages && `${pages.pages}/`}${slug}/`;
}
