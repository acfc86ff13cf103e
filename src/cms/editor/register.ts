import type { Locale } from '../../i18n/locales.ts';
import { fileFormat } from '../format.ts';
import { OwnBackend } from '../own-backend.ts';
import { nestedPhrases, phrases } from '../phrases.ts';
import { editorWords } from '../words.ts';
import { registerBlocks } from './blocks.ts';
import * as decap from './decap.ts';
import { refuseMistakes } from './refusals.ts';
import { entryWidget } from './widgets/entry.ts';
import { linesWidget } from './widgets/lines.ts';

const { CMS } = decap;

/** Tells Decap all that the configuration may name: backends, widgets, formats, words. Once a page. */
export function register(locale: Locale): void {
  registerBackends();
  registerWidgets();
  const words = editorWords(locale);
  registerBlocks(words);
  refuseMistakes(words);
  CMS.registerPreviewStyle('preview.css');
  CMS.registerCustomFormat('mdx-safe', 'mdx', fileFormat('mdx'));
  CMS.registerCustomFormat('yaml-safe', 'yaml', fileFormat('yaml'));
  CMS.registerLocale('en', nestedPhrases(decap.en, phrases.en));
  const given = { fr: decap.fr, de: decap.de, lb: decap.en, en: decap.en }[locale];
  CMS.registerLocale(locale, nestedPhrases(given, phrases[locale]));
}

function registerBackends(): void {
  CMS.registerBackend('own', OwnBackend);
  CMS.registerBackend('gitlab', decap.GitLabBackend);
  CMS.registerBackend('github', decap.GitHubBackend);
  CMS.registerBackend('forgejo', decap.ForgejoBackend);
  CMS.registerBackend('gitea', decap.GiteaBackend);
}

function registerWidgets(): void {
  const widgets = [
    decap.StringWidget,
    decap.TextWidget,
    decap.NumberWidget,
    decap.BooleanWidget,
    decap.DateTimeWidget,
    decap.SelectWidget,
    decap.MarkdownWidget,
    decap.ImageWidget,
    decap.FileWidget,
    decap.ListWidget,
    decap.ObjectWidget,
  ];
  for (const widget of widgets) CMS.registerWidget(widget.Widget());
  CMS.registerWidget(linesWidget());
  CMS.registerWidget(entryWidget());
}
