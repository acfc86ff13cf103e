import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Locale } from '../../i18n/locales.ts';
import { sentence } from '../../loader/check.ts';
import type { Mistake } from '../../schema/mistakes.ts';

interface Described {
  /** From the project’s root, as git names it. */
  readonly path: string;
  readonly line: number;
  readonly column: number | undefined;
  readonly words: string;
}

/** Mistakes as workflow commands, which GitHub shows beside the lines of a pull request. */
export function workflowCommands(mistakes: readonly Mistake[], contentDir: string, locale: Locale): string {
  const commands = mistakes.map((mistake) => {
    const { path, line, column, words } = described(mistake, contentDir, locale);
    const place = [`file=${property(path)}`, `line=${line}`, ...(column ? [`col=${column}`] : [])];
    return `::error ${place.join(',')}::${escaped(words)}`;
  });
  return commands.join('\n');
}

/** Mistakes as a report of code quality, which GitLab shows in a merge request. */
export function codeQuality(mistakes: readonly Mistake[], contentDir: string, locale: Locale): string {
  const issues = mistakes.map((mistake) => {
    const { path, line, words } = described(mistake, contentDir, locale);
    const facts = [path, mistake.field, mistake.key, JSON.stringify(mistake.params)];
    return {
      description: words,
      check_name: mistake.key,
      // The same mistake counts as the same when lines above it move.
      fingerprint: createHash('sha256').update(facts.join('\0')).digest('hex'),
      severity: 'blocker',
      location: { path, lines: { begin: line } },
    };
  });
  return `${JSON.stringify(issues, null, 2)}\n`;
}

function described(mistake: Mistake, contentDir: string, locale: Locale): Described {
  const { line, column, ...placeless } = mistake;
  const words = sentence(placeless, locale);
  return { path: join(contentDir, mistake.file), line: line ?? 1, column, words };
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
