import { afterAll, beforeAll, expect, test } from 'vitest';
import { compareWithPicture, keepTheLook } from './pictures.ts';
import { openInBrowser, type SiteInBrowser } from './site-in-browser.ts';

let site: SiteInBrowser;

beforeAll(async () => {
  site = await openInBrowser();
});

afterAll(() => site.close());

/** The design page shows every component; the others, how they stand together. */
const pages = {
  design: 'design/',
  home: '',
  catalogue: 'courses/',
  course: 'courses/langage-clair/',
  module: 'modules/reconnaitre-hameconnage/',
};
const looks = {
  'narrow-light': { width: 320, colorScheme: 'light' },
  'narrow-dark': { width: 320, colorScheme: 'dark' },
  'wide-light': { width: 1280, colorScheme: 'light' },
  'wide-dark': { width: 1280, colorScheme: 'dark' },
  'more-contrast': { width: 1280, colorScheme: 'light', contrast: 'more' },
  paper: { width: 704, colorScheme: 'light', media: 'print' },
} as const;

test.each(Object.entries(looks))(
  'the main pages and all components look as they were accepted: %s',
  { timeout: 180_000 },
  async (look, { width, ...media }) => {
    const page = await site.newPage({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
    await page.emulateMedia(media);
    const found: string[] = [];
    const few = look === 'more-contrast' || look === 'paper';
    for (const [name, address] of Object.entries(pages)) {
      if (few && !['design', 'course'].includes(name)) continue;
      await page.goto(`${site.origin}/fr/${address}`);
      await keepTheLook(page);
      const difference = await compareWithPicture(page, `${name}.${look}`);
      if (difference) found.push(difference);
    }
    expect(found.join('\n\n')).toBe('');
  },
);
