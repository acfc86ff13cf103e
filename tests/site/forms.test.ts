import { expect, test } from 'vitest';
import { type Page, readPages, siteFolder } from './pages.ts';

const pages = readPages(siteFolder()).filter(({ address }) => address !== '/admin/');

/** The pages of which something is not right, with what. */
function faults(of: (page: Page) => string[]): string[] {
  return pages.flatMap((page) => of(page).map((fault) => `${page.address} ${fault}`));
}

test('boxes and buttons of one question stand in a group that begins with its name', () => {
  const found = faults(({ html }) => {
    const groups = html.match(/<fieldset\b[\s\S]*?<\/fieldset>/g) ?? [];
    const outside = html.replace(/<fieldset\b[\s\S]*?<\/fieldset>/g, '');
    const names = [...outside.matchAll(/<input [^>]*type="(?:radio|checkbox)"[^>]*/g)].flatMap(
      ([tag]) => /name="([^"]+)"/.exec(tag)?.[1] ?? [],
    );
    const alone = names.filter((name, index) => names.indexOf(name) !== index);
    const nameless = groups.filter((group) => !/^<fieldset\b[^>]*>\s*<legend\b[^>]*>\s*\S/.test(group));
    return [...alone, ...nameless.map((group) => group.slice(0, 100))];
  });
  expect(found).toEqual([]);
});

test('a field has a label that is seen, and the one for a person’s name tells the browser so', () => {
  const found = faults(({ html, tags }) => {
    const shown = html.replace(/<(script|style|template)\b[\s\S]*?<\/\1>/g, '');
    const labelled = new Set(
      tags.filter(({ name }) => name === 'label').map(({ attributes }) => attributes['for']),
    );
    const inLabels = new Set(
      shown
        .match(/<label\b[\s\S]*?<\/label>/g)
        ?.flatMap((label) => label.match(/<(?:input|select|textarea)\b[^>]*>/g) ?? []),
    );
    const fields = shown.match(/<(?:input|select|textarea)\b[^>]*>/g) ?? [];
    return fields.filter((field) => {
      const id = / id="([^"]+)"/.exec(field)?.[1];
      const isNamed = inLabels.has(field) || (id && labelled.has(id)) || / aria-labelledby="/.test(field);
      const isForName = id !== 'reader' || field.includes('autocomplete="name"');
      return !isNamed || !isForName || / aria-label="/.test(field);
    });
  });
  expect(found).toEqual([]);
});

test('what is said to an answer describes the field it was given in', () => {
  const found = faults(({ html }) =>
    (html.match(/<fieldset class="question[\s\S]*?<\/fieldset>/g) ?? []).flatMap((question) => {
      const feedback = /role="status"[^>]* id="([^"]+)"/.exec(question)?.[1] ?? 'none';
      const fields = question.match(/<(?:input type="(?:checkbox|text)"|select)\b[^>]*>/g) ?? [];
      return [question.slice(0, question.indexOf('>')), ...fields].filter(
        (tag) => !(/ aria-describedby="([^"]*)"/.exec(tag)?.[1] ?? '').split(' ').includes(feedback),
      );
    }),
  );
  expect(found).toEqual([]);
});

test('a drawing is hidden from assistive tools or has a name', () => {
  const found = faults(({ html }) =>
    (html.match(/<svg\b[^>]*>/g) ?? []).filter(
      (tag) => !/aria-hidden="true"|role="img"[^>]*aria-label/.test(tag),
    ),
  );
  expect(found).toEqual([]);
});
