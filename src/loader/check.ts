import { join } from 'node:path';
import type { Locale } from '../i18n/locales.ts';
import { hasString, stringsFor } from '../i18n/strings.ts';
import type { Mistake } from '../schema/mistakes.ts';

/** Thrown by the build for content with mistakes; the message is the list of them. */
export class ContentMistakes extends Error {
  override readonly name = 'ContentMistakes';
  readonly mistakes: readonly Mistake[];

  constructor(mistakes: readonly Mistake[], contentDir: string, locale: Locale) {
    super(formatMistakes(mistakes, contentDir, locale));
    this.mistakes = mistakes;
  }
}

/** Mistakes as people read them, file by file: the field, its line, what to write instead. */
export function formatMistakes(mistakes: readonly Mistake[], contentDir: string, locale: Locale): string {
  const files = Map.groupBy(mistakes, ({ file }) => file);
  return [...files]
    .map(([file, inFile]) =>
      [join(contentDir, file), ...inFile.map((mistake) => `  ${sentence(mistake, locale)}`)].join('\n'),
    )
    .join('\n');
}

/** A mistake in one sentence, without its file: “level (line 12): Choose …”. */
export function sentence({ line, column, field, key, params }: Mistake, locale: Locale): string {
  const { t } = stringsFor(locale);
  const place = line && (column ? t('mistakes.lineColumn', { line, column }) : t('mistakes.line', { line }));
  const where = field && place ? `${field} (${place})` : field || place;
  const words = hasString(key) ? t(key, params) : key;
  return where ? `${where}: ${words}` : words;
}
