import { expect, test } from 'vitest';
import { lacking, linesIn, readRecords, recordsFile } from '../../src/search/records-file.ts';
import { WordTally } from '../../src/search/word-tally.ts';
import { recordOf } from './record.ts';

const record = (title: string, text: string) => recordOf({ title, text });

const sorted = (tally: WordTally) => {
  const { words, parts } = tally.toFile();
  const inOrder = words.map(([word, named, ...spellings]) => [word, named, ...spellings.toSorted()]);
  return JSON.stringify([inOrder.sort(), parts.toSorted()]);
};

const recordsLacking = (file: string, other: string) =>
  lacking(linesIn(file), linesIn(other)).map((line) => JSON.parse(line));

const clear = record('Langage clair', 'Écrire, écrire et\n“réécrire” : 3 jours.');
const data = record('Données', 'Des DONNÉES claires, protégées');

test('a tally that was kept and brought up to date is that of the new records', () => {
  const [former, now] = [
    recordsFile([clear, clear, data]),
    recordsFile([record('Données', 'claires'), clear]),
  ];
  const tally = WordTally.from(JSON.parse(JSON.stringify(WordTally.of(readRecords(former)).toFile())));
  tally.remove(recordsLacking(former, now));
  tally.add(recordsLacking(now, former));
  expect(sorted(tally)).toBe(sorted(WordTally.of(readRecords(now))));
  expect(tally.words.has('protegees')).toBe(false);
  expect(tally.words.get('donnees')).toMatchObject({ times: 1, named: 1 });
});

test('records that are gone or new are told by their lines, each as often as it stands there', () => {
  expect(recordsLacking(recordsFile([clear, data, clear]), recordsFile([clear]))).toEqual([data, clear]);
  expect(recordsLacking(recordsFile([]), recordsFile([clear]))).toEqual([]);
  expect(recordsLacking(recordsFile([clear]), recordsFile([]))).toEqual([clear]);
});
