import { type ConfigData, HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { readPages, siteFolder } from './pages.ts';

const config: ConfigData = {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // Blank space at the end of a line: Astro’s, between a component and the next. Nobody sees or hears it.
    'no-trailing-whitespace': 'off',
    // Files of this site come over the connection of the page that names them; those of others must be sealed.
    'require-sri': ['error', { target: 'crossorigin' }],
    // The longest title that the schema lets editors write, with the academy’s name.
    'long-title': ['error', { maxlength: 160 }],
    // Boxes of one group share their name, like radio buttons: HTML allows it, and the address of a search is made of them.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'submit', 'reset'] }],
    // Headings may begin with a number; HTML lets their anchors do so too.
    'valid-id': ['error', { relaxed: true }],
  },
};

test('every page is valid HTML', { timeout: 600_000 }, async () => {
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
