import { expect, test } from 'vitest';
import { lastParts } from '../../src/search/compounds.ts';
import type { SearchRecord } from '../../src/search/records.ts';
import { recordOf } from './record.ts';

const record = (language: SearchRecord['language'], title: string, text: string) =>
  recordOf({ language, title, text });

test('a compound is found by its last part, whatever joins its parts', () => {
  const [parts] = lastParts([
    record('de', 'Verwaltungssprache', 'Verwaltung und Sprache'),
    record('de', 'Datenschutzverordnung', 'Datenschutz, Schutz der Daten, Verordnung'),
  ]);
  expect(parts).toEqual(['sprache']);
});

test('the end of a word that only looks like a word is no part of it', () => {
  expect(lastParts([record('de', 'Verwaltung', 'Altung')])).toEqual([[]]);
});

test('languages that write their words apart have no parts', () => {
  expect(lastParts([record('fr', 'Télétravail', 'télé travail')])).toEqual([[]]);
});
