import { expect, test } from 'vitest';
import { ReadingBook, type Readings } from '../../src/traces/readings.ts';

/** What each thing in `readings` read, and what it found. */
function seenIn({ reads, states, places }: Readings) {
  return Object.fromEntries(
    [...places].map(([name, own]) => [
      name,
      [...own].map((place) => `${reads[place]}=${states[place]}`).sort(),
    ]),
  );
}

function bookOf(things: Readonly<Record<string, readonly string[]>>, base?: Readings): ReadingBook {
  const book = new ReadingBook(base);
  for (const [name, reads] of Object.entries(things)) book.add(name, reads);
  return book;
}

const first = bookOf({ one: ['a', 'b'], two: ['b', 'c'], three: ['d'] }).close((read) => `${read}1`);

test('what is kept found what it found, what is made anew finds what is there now', () => {
  const book = bookOf({ two: ['c', 'e'] }, first);
  book.keep('one', first);
  book.keep('three', first);
  const next = book.close((read) => `${read}2`);
  expect(seenIn(next)).toEqual({ one: ['a=a1', 'b=b1'], two: ['c=c2', 'e=e2'], three: ['d=d1'] });
});

test('what another thread made is noted beside what is kept', () => {
  const theirs = bookOf({ two: ['c', 'f'] }).noted;
  const book = new ReadingBook(first);
  book.keep('one', first);
  book.keep('two', theirs);
  const next = book.close((read) => `${read}2`);
  expect(seenIn(next)).toEqual({ one: ['a=a1', 'b=b1'], two: ['c=c2', 'f=f2'] });
});

test('edit after edit, reads of things that are gone do not pile up', () => {
  let last = first;
  for (let edit = 0; edit < 40; edit += 1) {
    const book = bookOf({ three: [`only in edit ${edit}`] }, last);
    for (const name of ['one', 'two']) book.keep(name, last);
    last = book.close(() => 'now');
  }
  expect(last.reads.length).toBeLessThan(9);
  expect(seenIn(last)).toEqual({
    one: ['a=a1', 'b=b1'],
    two: ['b=b1', 'c=c1'],
    three: ['only in edit 39=now'],
  });
});
