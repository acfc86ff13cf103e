import { expect, test } from 'vitest';
import { date, list, optional, record, text, wholeNumber } from '../../src/schema/fields.ts';
import { checkFields, fieldName, withoutBlanks } from '../../src/schema/mistakes.ts';

const form = record({
  title: text(),
  seats: optional(wholeNumber({ min: 1, max: 20 })),
  days: optional(list(record({ date: date(), note: optional(text()) }))),
});

test('what an editor left empty counts as not written', () => {
  const value = {
    title: 'Git',
    seats: null,
    note: '',
    list: [],
    days: [{ date: null }, {}],
    group: { a: { b: '' } },
  };
  expect(withoutBlanks(value)).toEqual({ title: 'Git' });
});

test('no, nought and blank space are values', () => {
  expect(withoutBlanks({ a: false, b: 0, c: ' ' })).toEqual({ a: false, b: 0, c: ' ' });
});

test('an empty file lacks what must be written', () => {
  expect(checkFields(form, null).mistakes).toMatchObject([{ path: ['title'], key: 'mistakes.text' }]);
});

test('every mistake of a form is found at once', () => {
  const { mistakes } = checkFields(form, {
    seats: 'many',
    days: [{ date: '2027-01-04' }, { date: 'soon' }],
    price: 3,
  });
  expect(mistakes.map(({ path, key }) => `${fieldName(path)} ${key}`).sort()).toEqual([
    'days.2.date mistakes.date',
    'price mistakes.unknownField',
    'seats mistakes.wholeNumber',
    'title mistakes.text',
  ]);
});

test('an unknown field is told which fields there are, where it stands', () => {
  const { mistakes } = checkFields(form, { title: 'Git', days: [{ date: '2027-01-04', hour: '9' }] });
  expect(mistakes).toEqual([
    { path: ['days', 0, 'hour'], key: 'mistakes.unknownField', params: { fields: 'date, note' } },
  ]);
});

test('a wrong value does not become a right one by being several times wrong', () => {
  expect(checkFields(form, { title: `a\n${'b'.repeat(300)}` }).mistakes).toHaveLength(1);
});
