import { expect, test } from 'vitest';
import type * as z from 'zod';
import { factsOf } from '../../src/schema/field-facts.ts';
import * as fields from '../../src/schema/fields.ts';
import { checkFields } from '../../src/schema/mistakes.ts';

interface Example {
  readonly field: z.ZodType;
  readonly right: readonly unknown[];
  readonly wrong: readonly unknown[];
  readonly remedy: string;
}

const examples: Record<string, Example> = {
  'a line of text': {
    field: fields.text({ max: 5 }),
    right: ['un', 'a < b', ' un  '],
    wrong: ['un\ndeux', '123456', 12, true, { a: 1 }, '   '],
    remedy: 'mistakes.text',
  },
  'a longer text': {
    field: fields.longText({ max: 8 }),
    right: ['un\ndeux'],
    wrong: ['123456789', 7, ['un']],
    remedy: 'mistakes.longText',
  },
  'a whole number': {
    field: fields.wholeNumber({ min: 1, max: 20 }),
    right: [1, 20],
    wrong: [0, 21, 1.5, '12', 'twelve'],
    remedy: 'mistakes.wholeNumber',
  },
  hours: {
    field: fields.hours(),
    right: [0, 1.5, 2.25],
    wrong: [-1, 0.1, 2001, '6 h'],
    remedy: 'mistakes.hours',
  },
  'yes or no': {
    field: fields.yesNo(),
    right: [true, false],
    wrong: ['oui', 'true', 1],
    remedy: 'mistakes.yesNo',
  },
  'a choice': {
    field: fields.choice(['a', 'b']),
    right: ['a'],
    wrong: ['c', 'A', ['a']],
    remedy: 'mistakes.choice',
  },
  'a choice of several': {
    field: fields.choices(['a', 'b']),
    right: [['a'], ['b', 'a']],
    wrong: ['a', ['a', 'a'], ['c']],
    remedy: 'mistakes.choices',
  },
  'lines of text': {
    field: fields.lines(),
    right: [['un', 'deux']],
    wrong: ['un', [1]],
    remedy: 'mistakes.lines',
  },
  'a reference': {
    field: fields.reference('courses'),
    right: ['rgpd', 'rgpd-2'],
    wrong: ['RGPD', 'a b', '../a', 'rgpd-', ['rgpd']],
    remedy: 'mistakes.reference',
  },
  references: {
    field: fields.references('courses'),
    right: [['rgpd', 'git']],
    wrong: ['rgpd', ['rgpd', 'rgpd'], ['a/b']],
    remedy: 'mistakes.references',
  },
  'a date': {
    field: fields.date(),
    right: ['2027-02-28', '2028-02-29'],
    wrong: ['2027-02-30', '2027-02-29', '28/02/2027', '2027-2-8', '2027-02-28T00:00:00Z', 20270228],
    remedy: 'mistakes.date',
  },
  'a time of day': {
    field: fields.time(),
    right: ['00:00', '09:00', '23:59'],
    wrong: ['24:00', '9:00', '09h00', '09:00:00', 540],
    remedy: 'mistakes.time',
  },
  'a moment on the wall clock': {
    field: fields.localDateTime(),
    right: ['2027-02-28T12:00'],
    wrong: ['2027-02-28', '2027-02-28T12:00Z', '2027-02-30T12:00', '2027-02-28T12:00:00', '2027-02-28 12:00'],
    remedy: 'mistakes.localDateTime',
  },
  'a time zone': {
    field: fields.timeZone(),
    right: ['Europe/Luxembourg', 'UTC'],
    wrong: ['Luxembourg', 'Europe/Esch'],
    remedy: 'mistakes.timeZone',
  },
  'an address': {
    field: fields.address(),
    right: ['https://academy.example/a?b=c', 'http://a.lu', 'mailto:a@b.lu', 'tel:+352 24 78'],
    wrong: [
      'academy.example',
      'javascript:alert(1)',
      'data:text/html,a',
      'https://',
      'http://a b',
      '//a.lu',
      'ftp://a.lu',
    ],
    remedy: 'mistakes.address',
  },
  'a page of this site or an address': {
    field: fields.pageOrAddress(),
    right: ['courses/', 'courses/?level=beginner', 'about/#team', 'https://a.lu/'],
    wrong: ['/fr/courses/', 'javascript:alert(1)', 'courses', '../a/', ''.padEnd(3, '/')],
    remedy: 'mistakes.pageOrAddress',
  },
  'an e-mail address': {
    field: fields.email(),
    right: ['a@b.lu'],
    wrong: ['a@b', 'a b@c.lu', 'mailto:a@b.lu'],
    remedy: 'mistakes.email',
  },
  'former addresses': {
    field: fields.formerAddresses(),
    right: [['/fr/formations/ancien/'], ['/a', '/b']],
    wrong: [['fr/a/'], ['https://a.lu/'], ['//a.lu/'], ['/a', '/a'], ['/a b']],
    remedy: 'mistakes.formerAddresses',
  },
  'a code': {
    field: fields.code(),
    right: ['ET_0841-1', 'abc'],
    wrong: ['ab', 'a b c', '-abc', 'é12'],
    remedy: 'mistakes.code',
  },
  'an image': {
    field: fields.image(),
    right: ['/media/a.jpg', '/media/b/c.SVG'],
    wrong: ['a.jpg', '/media/a.pdf', 'https://a.lu/a.jpg', '/media/a b.png'],
    remedy: 'mistakes.image',
  },
  'a file': {
    field: fields.file(),
    right: ['/media/a.pdf'],
    wrong: ['/media/a', '/etc/passwd', 'https://a.lu/a.pdf'],
    remedy: 'mistakes.file',
  },
};

for (const [name, { field, right, wrong, remedy }] of Object.entries(examples)) {
  const form = fields.record({ value: field });

  test.each(right.map((value) => [value]))(`${name} can be %j`, (value) => {
    expect(checkFields(form, { value }).mistakes).toEqual([]);
  });

  test.each(wrong.map((value) => [value]))(
    `${name} that is %j is named once, with what to write instead`,
    (value) => {
      const [mistake, ...more] = checkFields(form, { value }).mistakes;
      expect(more).toEqual([]);
      expect(mistake?.path[0]).toBe('value');
      expect(mistake?.key).toBe(remedy);
    },
  );
}

test('every kind of field has an example here', () => {
  const kinds = Object.values(examples).map(({ field }) => factsOf(field).kind);
  expect(kinds.sort()).toEqual(
    [
      'address',
      'choice',
      'choices',
      'code',
      'date',
      'email',
      'file',
      'formerAddresses',
      'hours',
      'image',
      'lines',
    ]
      .concat([
        'localDateTime',
        'longText',
        'pageOrAddress',
        'reference',
        'references',
        'text',
        'time',
        'timeZone',
      ])
      .concat(['wholeNumber', 'yesNo']),
  );
});

test('a mark changes what a field says of itself, not the field it was made from', () => {
  const plain = fields.text();
  const marked = fields.facet(fields.translated(plain));
  expect(factsOf(marked)).toMatchObject({ kind: 'text', translated: true, facet: true });
  expect(factsOf(plain).translated).toBeUndefined();
});
