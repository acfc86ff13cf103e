import { defineCollection } from 'astro:content';
import { resolve } from 'node:path';
import { terminalLocale } from './i18n/terminal.ts';
import { contentLoader } from './loader/astro.ts';
import { readSite } from './site.ts';

/** Where entries lie, and who reads and checks them. */
export const collections = {
  entries: defineCollection({
    loader: contentLoader(readSite(process.env).contentDir, resolve('public'), terminalLocale(process.env)),
  }),
};
