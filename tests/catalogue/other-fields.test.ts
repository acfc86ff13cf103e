import { expect, test } from 'vitest';
import { type CourseView, catalogueFor } from '../../src/catalogue/catalogue.ts';
import { placedCourseFields } from '../../src/catalogue/course-facts.ts';
import { otherFacts, otherTexts } from '../../src/catalogue/other-fields.ts';
import { editorFields } from '../../src/cms/fields.ts';
import { editorWords } from '../../src/cms/words.ts';
import { courseRecord } from '../../src/exports/courses-json.ts';
import { stringsFor } from '../../src/i18n/strings.ts';
import { course } from '../../src/schema/course.ts';
import {
  choice,
  date,
  longText,
  optional,
  record,
  reference,
  references,
  translated,
  wholeNumber,
  yesNo,
} from '../../src/schema/fields.ts';
import { listedFields } from '../../src/schema/listed-fields.ts';
import { aCourse, aPerson, aVenue, contentOf } from '../builders.ts';

const now = Date.parse('2026-11-28T12:00:00Z');

/** The course’s form as it would be with some lines more. */
const form = record({
  ...course.shape,
  form: optional(choice(['in-person', 'online'])),
  seats: optional(wholeNumber({ min: 1, max: 20 })),
  date: optional(date()),
  cancelled: optional(yesNo()),
  venue: optional(reference('venues')),
  authors: optional(references('people')),
  note: translated(optional(longText())),
});

const added = {
  form: 'online',
  seats: 12,
  date: '2027-03-15',
  cancelled: true,
  venue: 'belval',
  authors: ['anne-muller', 'not-agreed'],
};

/** A catalogue with a course that has the fields more. */
function anExtendedCourse() {
  const content = contentOf({ courses: [aCourse()], venues: [aVenue()], people: [aPerson()] });
  const catalogue = catalogueFor('fr', content, now, 'Europe/Luxembourg');
  const view = catalogue.courses.get('rgpd') as CourseView;
  const text = { ...view.text, note: 'Un mot.\n\nEt un autre.' };
  return { catalogue, view: { ...view, facts: { ...view.facts, ...added }, text } as CourseView };
}

test('a line in the form of courses and its words show in the editor, on the page and in the export', () => {
  const { catalogue, view } = anExtendedCourse();
  const fields = listedFields(form);
  const names = editorFields(form, ['courses'], editorWords('fr')).map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining([...Object.keys(added), 'note']));

  const strings = stringsFor('fr');
  const facts = otherFacts(catalogue, view, fields, placedCourseFields, strings);
  expect(
    facts.map(({ term, values }) => [term, values.map(({ text }) => text.replace(/\s/g, ' ')).join(', ')]),
  ).toEqual([
    ['Forme', 'En ligne'],
    ['Places', '12'],
    ['Date', '15 mars 2027'],
    ['Annulée', 'oui'],
    ['Lieu', 'Centre de Belval'],
    ['Auteurs et autrices', 'Anne Muller'],
  ]);
  expect(otherTexts(view, fields, placedCourseFields, strings)).toEqual([
    { name: 'note', title: 'Remarque', paragraphs: ['Un mot.', 'Et un autre.'] },
  ]);

  const exported = courseRecord(catalogue, view, fields, new URL('https://academy.example'));
  expect(exported).toMatchObject({
    slug: 'rgpd',
    ...added,
    authors: ['anne-muller'],
    note: 'Un mot.\n\nEt un autre.',
    level: 'beginner',
    objectives: ['Reconnaître une donnée personnelle'],
  });
});

test('the page has a place for every field that the form of courses has', () => {
  const { catalogue, view } = anExtendedCourse();
  const fields = listedFields(course);
  expect(otherFacts(catalogue, view, fields, placedCourseFields, stringsFor('fr'))).toEqual([]);
  expect(otherTexts(view, fields, placedCourseFields, stringsFor('fr'))).toEqual([]);
});
