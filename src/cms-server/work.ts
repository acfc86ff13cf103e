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
  /** The mistakes that `tree` would bring to the published content, in words; empty where there are none. */
  readonly newMistakes: (tree: string, locale: Locale) => Promise<string>;
  /** Called when the published branch has moved. */
  readonly published: (commit: string, entry?: string) => void;
  /** The address of a draft’s built preview; null as long as there is none. */
  readonly preview: (draft: {
    collection: string;
    slug: string;
    tip: string;
  }) => Promise<{ url: string; status: string } | null>;
}

/** One action of Decap’s proxy protocol. */
export type Action = (
  desk: Desk,
  params: Readonly<Record<string, unknown>>,
  asker: Asker,
) => Promise<unknown>;
