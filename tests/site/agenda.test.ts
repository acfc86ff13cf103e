import { expect, test } from 'vitest';
import { sessionsOnPage } from '../../src/catalogue/lists.ts';
import { readPages, siteFolder } from './pages.ts';

const pages = readPages(siteFolder()).filter(({ address }) =>
  /^\/fr\/sessions\/(page\/\d+\/)?$/.test(address),
);
const agenda = pages.map(({ address, html }) => ({
  address,
  sessions: [...html.matchAll(/<li id="([^"]+)" data-times/g)].map(([, slug]) => slug),
  months: [...html.matchAll(/href="([^"]*)#(m\d{4}-\d\d)"/g)].map(([, path, month]) => ({
    path: path || address,
    month,
  })),
  headings: [...html.matchAll(/ id="(m\d{4}-\d\d)"/g)].map(([, month]) => month),
}));

test('no page of the calendar grows with the catalogue, and each session stands on one of them', () => {
  expect(Math.max(...agenda.map(({ sessions }) => sessions.length))).toBeLessThanOrEqual(sessionsOnPage);
  const all = agenda.flatMap(({ sessions }) => sessions);
  expect(all.length).toBeGreaterThan(0);
  expect(new Set(all).size).toBe(all.length);
});

test('from each page of the calendar every month can be reached where it begins', () => {
  const headings = new Map(agenda.map(({ address, headings }) => [address, headings]));
  const all = new Set(agenda.flatMap(({ headings }) => headings));
  for (const { months } of agenda) {
    expect(months.map(({ month }) => month)).toEqual([...all].sort());
    for (const { path, month } of months) expect(headings.get(path)).toContain(month);
  }
});
