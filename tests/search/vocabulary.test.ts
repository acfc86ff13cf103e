import { expect, test } from 'vitest';
import { plainFillers } from '../../src/search/query/fillers.ts';
import { lexiconOf } from '../../src/search/query/lexicon.ts';
import { wholeLexiconOf } from '../../src/search/query/whole-lexicon.ts';
import { bySign } from '../../src/search/rare-words.ts';
import { spacedWords } from '../../src/search/spaced-words.ts';
import { knownWords, vocabularyOf } from '../../src/search/vocabulary.ts';
import { recordOf } from './record.ts';

const record = (title: string, text: string) => recordOf({ title, text });

test('a word keeps the accents it is mostly written with, and how common it is', () => {
  const known = knownWords(vocabularyOf([record('Données', 'données DONNEES données en 2027')]).common);
  expect(known.get('donnees')).toEqual({ spelling: 'données', band: 2 });
  expect([...known.keys()]).toEqual(['donnees']);
});

test('the words that are too many for a first search come apart, those of names before those of texts', () => {
  const letters = (number: number) =>
    number.toString(26).replace(/[0-9]/g, (digit) => 'qrstuvwxyz'[Number(digit)] ?? '');
  const words = Array.from({ length: 7_000 }, (_, number) => `wort${letters(number)}`);
  const { common, rare } = vocabularyOf([
    { ...record('Titel', words.join(' ')), keywords: ['Datenschutz'] },
    record('Titel', words.slice(0, 3_000).join(' ')),
  ]);
  expect(Object.values(common).join(' ').split(' ')).toHaveLength(6_000);
  expect(Object.values(common).join(' ')).toContain('datenschutz');
  expect(rare.split(' ').length).toBeGreaterThan(900);
});

test('a search for a word that is lacking reads the rare words that begin like it, and each once', async () => {
  const lexicon = lexiconOf(knownWords({ '3': 'kurs', rare: '_dk' }), [], [], plainFillers([]));
  const asked: string[] = [];
  const whole = wholeLexiconOf(lexicon, '_dk', async (sign) => {
    asked.push(sign);
    return bySign('kosten kostenrechnung dativ œuvre').get(sign) ?? '';
  });
  expect((await whole('kurs')).known.has('kosten')).toBe(false);
  expect([...(await whole('kostn kurs')).known.keys()]).toEqual(['kurs', 'kosten', 'kostenrechnung']);
  expect([...(await whole('datif xyz')).known.keys()]).toEqual(['kurs', 'dativ']);
  expect((await whole('kostn')).known.has('kosten')).toBe(true);
  expect(asked).toEqual(['k', 'd']);
});

test('a word counts as often as it stands there, whatever signs stand around it, and as a name where it is one', () => {
  const words = spacedWords([record('Le RGPD', 'rgpd, (RGPD) et « rgpd »\nrgpd')]);
  expect(words.get('RGPD')).toEqual({ times: 1, named: 1 });
  const { common } = vocabularyOf([record('Le RGPD', 'rgpd, (RGPD) et « rgpd »\nrgpd')]);
  expect(knownWords(common).get('rgpd')).toEqual({ spelling: 'rgpd', band: 2 });
});
