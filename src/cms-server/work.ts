import type { Locale } from '../i18n/locales.ts';
import type { Person } from './objects.ts';
import type { Repository } from './repository.ts';

/** Who asks, and what their tab has seen. */
export interface Asker {
  readonly editor: Person;
  readonly locale: Locale;
  /** For each file this tab has read, its possible blobs there; an empty string stands for “no such file”. */
  readonly bases: Readonly<Record<string, readonly string[]>>;
}

/** What the actions need of the world around them. */
export interface Desk {
  readonly repository: Repository;
  /** The mistakes that `tree` would bring to the published content, in words; empty where there are none. `open` is the entry that is edited. */
  readonly newMistakes: (tree: string, locale: Locale, open?: string) => Promise<string>;
  /** Called when the published branch has moved and its files lie in the checkout. */
  readonly published: (commit: string, entry?: string) => Promise<void>;
  /** Where a draft is shown as a page; it is built when somebody goes there. */
  readonly previewAddress: (draft: { readonly collection: string; readonly slug: string }) => string;
}

/** One action of Decap’s proxy protocol. */
export type Action = (
  desk: Desk,
  params: Readonly<Record<string, unknown>>,
  asker: Asker,
) => Promise<unknown>;
