import { expect, test } from 'vitest';
import { locales } from '../../src/i18n/locales.ts';
import { readPages, siteFolder, type Tag } from './pages.ts';

const pages = readPages(siteFolder());
const hasClasses = (...names: string[]) => {
  return ({ attributes }: Tag) =>
    names.every((name) => (attributes['class'] ?? '').split(' ').includes(name));
};

/** What the monitoring body reads, each by these classes on one element. */
const parts = [
  ['basic-information', 'organization-name'],
  ['basic-information', 'website-name'],
  ['basic-information', 'conformance-status', 'partial'],
  ['basic-information', 'statement-created-date'],
  ['basic-information', 'statement-renewal-date'],
  ['basic-information', 'feedback', 'h-card'],
  ['email'],
  ['technical-information', 'non-compliant'],
  ['accessibility-limitations', 'exception'],
];

test.each(locales)('a machine reads the accessibility statement in %s', (locale) => {
  const tags = pages.find(({ address }) => address === `/${locale}/accessibility/`)?.tags ?? [];
  expect(parts.filter((names) => !tags.some(hasClasses(...names)))).toEqual([]);
  expect(tags.find(hasClasses('email'))?.attributes['href']).toMatch(/^mailto:\S+@\S+$/);
});

/** The word that the monitoring body looks for in the text of a link. */
const word = { fr: 'accessibilité', de: 'barrierefreiheit', lb: 'accessibilitéit', en: 'accessibility' };

test('every page leads to the statement in its language, by the word one looks for', () => {
  // The editor’s interface is not the public’s: it stands behind a login.
  const all = pages.filter(({ address }) => address !== '/admin/');
  const without = all.filter(({ html, address }) => {
    const locale = locales.find((one) => address.startsWith(`/${one}/`)) ?? 'fr';
    const links = html.matchAll(new RegExp(`href="[^"]*/${locale}/accessibility/"[^>]*>([^<]*)`, 'g'));
    return ![...links].some(([, text]) => text?.toLowerCase().includes(word[locale]));
  });
  expect(all.length).toBeGreaterThan(100);
  expect(without.map(({ address }) => address)).toEqual([]);
});
