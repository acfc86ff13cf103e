import { type ConfigData, HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { readPages, siteFolder } from './pages.ts';

const config: ConfigData = {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // Astro decides how it writes tags, attributes and blank space.
    'attr-quotes': 'off',
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    // The order of the layers and small sheets stand in the page, so that it needs fewer requests.
    'no-inline-style': 'off',
    'require-sri': 'off',
    // The title names the academy too, whatever the length of the course’s own.
    'long-title': 'off',
    // Firefox keeps boxes ticked over a reload unless it is told not to; the page then shows another state than the address.
    'input-attributes': 'off',
    'valid-autocomplete': 'off',
    // Boxes of one group have one name: the address of a search is made of them.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'submit', 'reset'] }],
    // A question is Markdown of several paragraphs, which a legend may not hold: it names its group by aria-labelledby.
    'wcag/h71': 'off',
    // Headings may begin with a number; HTML lets their anchors do so too.
    'valid-id': ['error', { relaxed: true }],
    // Astro writes the class of a scope once for each sheet.
    'no-dup-class': 'off',
    // The card of a search result stands in a template, to be filled.
    'empty-heading': 'off',
    'wcag/h30': 'off',
  },
};

test('every page is valid HTML', async () => {
  const validator = new HtmlValidate(config);
  const pages = readPages(siteFolder());
  const found: string[] = [];
  for (const { address, html } of pages) {
    const { results } = await validator.validateString(html, address);
    for (const { messages } of results)
      found.push(
        ...messages.map(
          ({ line, ruleId, message, selector }) => `${address}:${line} ${ruleId}: ${message} ${selector}`,
        ),
      );
  }
  expect(found).toEqual([]);
});
