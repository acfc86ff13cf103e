import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import nspell from 'nspell';

/** Languages whose dictionary is installed. */
export type SpelledLocale = 'fr' | 'lb';

export interface Dictionary {
  readonly knows: (word: string) => boolean;
  /** Known words one letter away: what someone may have meant. Empty for names and words of other languages. */
  readonly meantBy: (word: string) => readonly string[];
}

/** Short words that lose their vowel before another. */
const elided = {
  fr: /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|presqu|quoiqu)’/i,
  lb: /^(?:[dz]’)/i,
};
const letters = { fr: 'abcdefghijklmnopqrstuvwxyzéèêëàâîïôûùüçœ', lb: 'abcdefghijklmnopqrstuvwxyzäëéèêöü' };

/** The words of `locale`: those of its dictionary, what it builds of them, and `ownWords`. */
export function dictionaryOf(locale: SpelledLocale, ownWords: readonly string[]): Dictionary {
  const file = (extension: string) =>
    readFileSync(
      createRequire(import.meta.url)
        .resolve(`dictionary-${locale}`)
        .replace(/js$/, extension),
      'utf8',
    );
  const speller = nspell({ aff: withoutPrefixes(file('aff')), dic: withoutMorphology(file('dic')) });
  const own = new Set(ownWords);
  const isListed = (word: string) => own.has(word) || own.has(uncapitalised(word)) || speller.correct(word);
  const isBuilt = (word: string) => locale === 'lb' && isBuiltInLuxembourgish(word, isListed);
  const isKnown = (word: string) => isListed(word) || isBuilt(word);
  const knows = (word: string): boolean => {
    if (/^\P{Ll}+$/u.test(word) || isKnown(word)) return true;
    const bare = word.replace(elided[locale], '');
    return (
      isKnown(bare) || (bare.includes('-') && bare.split('-').every((part) => part === '' || isKnown(part)))
    );
  };
  const meantBy = (word: string) => {
    const bare = word.replace(elided[locale], '');
    return neighboursOf(bare, letters[locale]).filter((each) => speller.correct(each));
  };
  return { knows, meantBy };
}

/** Compounds (Netzwierk + Adress), “ze” within a verb (unzefänken), an n that fell (Konferenze). */
function isBuiltInLuxembourgish(word: string, isListed: (word: string) => boolean): boolean {
  if (/[eë]$/.test(word) && isListed(`${word}n`)) return true;
  if (/.ze./.test(word) && isListed(word.replace('ze', ''))) return true;
  for (let at = 4; at <= word.length - 4; at++) {
    const [first, last] = [word.slice(0, at), capitalised(word.slice(at))];
    if (isListed(last) && (isListed(first) || (first.endsWith('s') && isListed(first.slice(0, -1)))))
      return true;
  }
  return false;
}

/** Every word that comes of one letter more, fewer, other or swapped, or of a capital more or fewer. */
function neighboursOf(word: string, alphabet: string): string[] {
  const found = new Set([capitalised(word), uncapitalised(word)]);
  for (let at = 0; at <= word.length; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    if (after) found.add(before + after.slice(1));
    if (after.length > 1) found.add(before + after.charAt(1) + after.charAt(0) + after.slice(2));
    for (const letter of alphabet) {
      found.add(before + letter + after);
      if (after) found.add(before + letter + after.slice(1));
    }
  }
  found.delete(word);
  return [...found];
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function uncapitalised(word: string): string {
  return word.charAt(0).toLowerCase() + word.slice(1);
}

/** Elision (l’, d’, qu’) is the only prefix in these dictionaries; left in, it makes each word a dozen. */
function withoutPrefixes(affixes: string): string {
  return affixes.replace(/^PFX .*$/gm, '');
}

/** nspell reads “word po:noun” as the name of a word where no flag stands between. */
function withoutMorphology(dictionary: string): string {
  return dictionary.replace(/[ \t].*$/gm, '');
}
