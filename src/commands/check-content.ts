import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isLocale, type Locale } from '../i18n/locales.ts';
import { terminalLocale } from '../i18n/terminal.ts';
import { formatMistakes, sentence } from '../loader/check.ts';
import { loadContent } from '../loader/load.ts';
import { mediaMistakes } from '../loader/media-files.ts';
import { readSite } from '../site.ts';
import { codeQuality, workflowCommands } from './check-content/annotations.ts';
import { healContent } from './heal-content.ts';
import { stopwatch } from './stopwatch.ts';

/**
 * `npm run check:content`: every mistake of every file of CONTENT_DIR, and files that may not lie among the media, in the language named (`-- de`) or that of
 * the terminal. With `-- --fix` it first heals the bodies that need it and writes them. For pipelines it also writes
 * `--code-quality FILE` (GitLab) or `--workflow-commands` (GitHub). The exit code.
 */
export async function run(
  words: readonly string[],
  environment: NodeJS.ProcessEnv,
  publicDir = 'public',
): Promise<number> {
  const seconds = stopwatch();
  const report = words.includes('--code-quality') ? words[words.indexOf('--code-quality') + 1] : undefined;
  const known = ['--fix', '--code-quality', '--workflow-commands', report];
  const unknown = words.find((word) => !known.includes(word) && !isLocale(word));
  if (unknown || (words.includes('--code-quality') && !report)) {
    console.error(
      `“${unknown ?? '--code-quality'}” says nothing here: write --fix, --code-quality FILE, --workflow-commands, or a language (fr, de, lb, en).`,
    );
    return 1;
  }
  const { contentDir } = readSite(environment);
  const locale = words.find(isLocale) ?? terminalLocale(environment);
  if (words.includes('--fix')) await fix(contentDir, locale);
  const { mistakes: inContent, notices, fileCount } = await loadContent(contentDir, publicDir);
  const mistakes = [...inContent, ...(await mediaMistakes(publicDir, contentDir))];
  if (notices.length > 0) console.log(formatMistakes(notices, contentDir, locale));
  if (mistakes.length > 0) console.error(formatMistakes(mistakes, contentDir, locale));
  if (report) await writeFile(report, codeQuality(mistakes, contentDir, locale));
  if (words.includes('--workflow-commands') && mistakes.length > 0)
    console.log(workflowCommands(mistakes, contentDir, locale));
  console.log(`${fileCount} files of ${contentDir} checked in ${seconds()}; mistakes: ${mistakes.length}.`);
  return mistakes.length === 0 ? 0 : 1;
}

async function fix(contentDir: string, locale: Locale): Promise<void> {
  const healed = await healContent(contentDir);
  for (const { file, changes } of healed) {
    console.log(`healed ${join(contentDir, file)}`);
    for (const { line, column, what } of changes) {
      const change = { file, line, column, field: 'body', key: `mdx.healed.${what}`, params: {} };
      console.log(`  ${sentence(change, locale)}`);
    }
  }
  console.log(`Bodies healed: ${healed.length}.`);
}
