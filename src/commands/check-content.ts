import { isLocale } from '../i18n/locales.ts';
import { terminalLocale } from '../i18n/terminal.ts';
import { formatMistakes } from '../loader/check.ts';
import { loadContent } from '../loader/load.ts';
import { readSite } from '../site.ts';
import { stopwatch } from './stopwatch.ts';

/**
 * `npm run check:content`: every mistake of every file of CONTENT_DIR, in the language named (`-- de`) or that of
 * the terminal. The exit code.
 */
export async function run(words: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const seconds = stopwatch();
  const { contentDir } = readSite(environment);
  const locale = isLocale(words[0]) ? words[0] : terminalLocale(environment);
  const { mistakes, notices, fileCount } = await loadContent(contentDir, 'public');
  if (notices.length > 0) console.log(formatMistakes(notices, contentDir, locale));
  if (mistakes.length > 0) console.error(formatMistakes(mistakes, contentDir, locale));
  console.log(`${fileCount} files of ${contentDir} checked in ${seconds()}; mistakes: ${mistakes.length}.`);
  return mistakes.length === 0 ? 0 : 1;
}
