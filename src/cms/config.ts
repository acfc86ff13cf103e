import type { CmsConfig } from 'decap-cms-core';
import { defaultLocale, type Locale, locales } from '../i18n/locales.ts';
import { collectionNames } from '../schema/collections.ts';
import { type EditorBackend, hasDrafts } from './backends.ts';
import { type EditorCollection, editorCollection } from './collections.ts';
import type { Titles } from './titles.ts';
import { editorWords } from './words.ts';

/** Where an editor works: in which language, on which site, in which repository. */
export interface EditorPlace {
  readonly locale: Locale;
  readonly backend: EditorBackend;
  /** The site's address with its folder, and a slash at its end. */
  readonly siteAddress: string;
  /** What courses can be filtered by, beside what the schema says. */
  readonly topics: Titles;
}

/** Decap’s configuration as its types describe it, but for the fields: those may have widgets of our own. */
export type EditorConfig = Omit<CmsConfig, 'collections' | 'backend'> & {
  readonly backend: EditorBackend;
  readonly collections: readonly EditorCollection[];
};

/** Decap’s configuration, made from the schema: no field is described a second time. */
export function editorConfig({ locale, backend, siteAddress, topics }: EditorPlace): EditorConfig {
  const words = editorWords(locale);
  return {
    load_config_file: false,
    locale,
    backend,
    publish_mode: hasDrafts(backend) ? 'editorial_workflow' : 'simple',
    site_url: siteAddress,
    display_url: siteAddress,
    show_preview_links: true,
    logo: { src: new URL('favicon.svg', siteAddress).href },
    media_folder: 'public/media',
    public_folder: '/media',
    slug: { encoding: 'ascii', clean_accents: true, sanitize_replacement: '-' },
    i18n: { structure: 'multiple_files', locales: [...locales], default_locale: defaultLocale },
    collections: collectionNames.map((name) => editorCollection(name, words, topics)),
  };
}
