import { expect, test } from 'vitest';
import { coursesOnPage, pageOf } from '../../src/catalogue/lists.ts';
import { listPages, pathOfPage } from '../../src/search/lists.ts';

const courses = Array.from({ length: coursesOnPage * 2 + 1 }, (_, at) => at);

test('the pages of a list hold every course once, in order', () => {
  const pages = listPages(courses.length);
  expect(pages.flatMap(({ page }) => pageOf(courses, page).entries)).toEqual(courses);
  expect(pages.every(({ page }) => pageOf(courses, page).entries.length > 0)).toBe(true);
});

test('the first page of a list has the address of the list, later ones their number', () => {
  expect(pathOfPage('courses/', 1)).toBe('courses/');
  expect(pathOfPage('courses/', 3)).toBe('courses/page/3/');
  expect(listPages(courses.length).map(({ path }) => path)).toEqual([undefined, 'page/2', 'page/3']);
});

test('a list that is full or empty has one page', () => {
  expect(listPages(coursesOnPage)).toHaveLength(1);
  expect(listPages(0)).toHaveLength(1);
});
