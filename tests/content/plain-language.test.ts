import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { locales } from '../../src/i18n/locales.ts';
import { readFiles } from '../../src/loader/files.ts';

/** Longer than this, few can say the sentence in one breath. */
const most = 30;
/** On average, as guides of plain language advise for all four languages. */
const usual = 15;

interface Sentence {
  readonly place: string;
  readonly words: number;
  readonly text: string;
}

test.each(locales)(
  'help, standing pages and the glossary are read aloud well in %s: short sentences',
  async (locale) => {
    const { files } = readFiles('content');
    const sentences = files
      .filter(({ collection }) => collection === 'pages' || collection === 'glossary')
      .filter(({ file }) => file.includes(`.${locale}.`))
      .flatMap(({ file, text }) => paragraphsOf(text).flatMap((paragraph) => sentencesOf(file, paragraph)));
    expect(sentences.length).toBeGreaterThan(150);
    expect(tooLong(sentences)).toEqual([]);
    const average = sentences.reduce((sum, { words }) => sum + words, 0) / sentences.length;
    expect(average).toBeLessThanOrEqual(usual);
  },
);

test.each(locales)('what the interface says in %s, errors among it, is said in short sentences', (locale) => {
  const path = `src/i18n/strings/${locale}.json`;
  const strings = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
  const sentences = Object.entries(strings)
    // Words that the search overlooks are a list, not a sentence.
    .filter(([key]) => key !== 'search.fillers')
    .flatMap(([key, text]) => sentencesOf(key, text));
  expect(tooLong(sentences)).toEqual([]);
});

function tooLong(sentences: readonly Sentence[]): string[] {
  return sentences
    .filter(({ words }) => words > most)
    .map(({ place, words, text }) => `${place}: ${words} words: ${text}`);
}

/** Paragraphs, items of lists, headings and fields, each on one line, without addresses and tags. */
function paragraphsOf(text: string): string[] {
  return text
    .replace(/\]\([^)]*\)|<[^>]*>|^---$/gm, ' ')
    .split(/\n\s*\n|\n\s*(?:[-*#|>]|\d+\.)|\n\w+:/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim());
}

/** The sentences of a paragraph; a colon or semicolon lets one breathe too. A heading or a single word is none. */
function sentencesOf(place: string, paragraph: string): Sentence[] {
  return paragraph
    .split(/[.!?…:;]+[\s»”“)]+/u)
    .map((text) => ({ place, text, words: text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu)?.length ?? 0 }))
    .filter(({ words }) => words > 3);
}
