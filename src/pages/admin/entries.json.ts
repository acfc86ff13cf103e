import type { APIRoute } from 'astro';
import { entryTitles } from '../../catalogue/entry-titles.ts';
import { catalogueIn } from '../../content.ts';
import { defaultLocale } from '../../i18n/locales.ts';

/** The titles by which the editor’s forms name entries of other collections. */
export const GET: APIRoute = async () => Response.json(entryTitles(await catalogueIn(defaultLocale)));
