import type { Locale } from '../../i18n/locales.ts';
import type { EditorBackend } from '../backends.ts';
import { fileFormat } from '../format.ts';
import { changedOnGitHub, changedOnGitLab, type HostedPlace, hostedBackend } from '../hosted-backend.ts';
import { groupHeadings } from '../list-views.ts';
import { OwnBackend } from '../own-backend.ts';
import { nestedPhrases, phrases } from '../phrases.ts';
import type { Titles } from '../titles.ts';
import { type EditorWords, editorWords } from '../words.ts';
import { registerBlocks } from './blocks.ts';
import * as decap from './decap.ts';
import { registerPagePreviews } from './page-preview.ts';
import { showRefusals } from './refusal-dialog.ts';
import { refuseMistakes } from './refusals.ts';
import { CMS } from './registry.ts';
import { entryWidget } from './widgets/entry.ts';
import { linesWidget } from './widgets/lines.ts';
import { momentWidget } from './widgets/moment.ts';

/** Tells Decap all that the configuration may name: backends, widgets, formats, words. Once a page. */
export function register(locale: Locale, { repo }: EditorBackend, topics: Titles): void {
  const words = editorWords(locale);
  registerBackends(words, repo);
  registerWidgets();
  registerBlocks(words);
  registerPagePreviews(words);
  refuseMistakes(words);
  CMS.registerPreviewStyle('preview.css');
  CMS.registerCustomFormat('mdx-safe', 'mdx', fileFormat('mdx'));
  CMS.registerCustomFormat('yaml-safe', 'yaml', fileFormat('yaml'));
  CMS.registerLocale('en', nestedPhrases(decap.en, phrases.en));
  const given = { fr: decap.fr, de: decap.de, lb: decap.en, en: decap.en }[locale];
  CMS.registerLocale(locale, nestedPhrases(given, { ...phrases[locale], ...groupHeadings(words, topics) }));
}

function registerBackends(words: EditorWords, repository = ''): void {
  const place: HostedPlace = {
    words,
    repository,
    tellNoAccess: (sentence) =>
      showRefusals(words.t('cms.access.title'), [sentence], words, 'cms.access.close'),
  };
  CMS.registerBackend('proxy', OwnBackend);
  const onGitLab = { ...place, changedSince: changedOnGitLab };
  const onGitHub = { ...place, changedSince: changedOnGitHub };
  CMS.registerBackend('gitlab', hostedBackend(decap.GitLabBackend, onGitLab));
  CMS.registerBackend('github', hostedBackend(decap.GitHubBackend, onGitHub));
  CMS.registerBackend('forgejo', hostedBackend(decap.ForgejoBackend, place));
  CMS.registerBackend('gitea', hostedBackend(decap.GiteaBackend, place));
}

function registerWidgets(): void {
  const widgets = [
    decap.StringWidget,
    decap.TextWidget,
    decap.NumberWidget,
    decap.BooleanWidget,
    decap.SelectWidget,
    decap.MarkdownWidget,
    decap.ImageWidget,
    decap.FileWidget,
    decap.ListWidget,
    decap.ObjectWidget,
  ];
  for (const widget of widgets) CMS.registerWidget(widget.Widget());
  CMS.registerWidget(linesWidget);
  CMS.registerWidget(momentWidget);
  CMS.registerWidget(entryWidget);
}
