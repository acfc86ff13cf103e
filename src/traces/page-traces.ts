import { AsyncLocalStorage } from 'node:async_hooks';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Locale } from '../i18n/locales.ts';
import { type Reader, watchedCatalogue } from './watched-catalogue.ts';

/**
 * Where the pages, which Astro bundles, and the build, which it does not, meet: two copies of this file, one object.
 */
interface Meeting {
  readonly page: AsyncLocalStorage<Reader>;
  catalogues?: () => Promise<ReadonlyMap<Locale, Catalogue>>;
}

const meetingPlace = Symbol.for('digital-academy.page-traces');

function meeting(): Meeting {
  const places = globalThis as { [meetingPlace]?: Meeting };
  places[meetingPlace] ??= { page: new AsyncLocalStorage() };
  return places[meetingPlace];
}

/** Runs `render`; `saw` hears what it reads of the catalogues, also after it waited. */
export function tracing<Result>(saw: Reader, render: () => Result): Result {
  return meeting().page.run(saw, render);
}

/** Who hears what the page that is being rendered reads; undefined where nobody listens. */
export function pageReader(): Reader | undefined {
  return meeting().page.getStore();
}

/** The catalogue as the page that is being rendered shall read it: watched where somebody listens. */
export function traced(catalogue: Catalogue): Catalogue {
  const saw = pageReader();
  return saw ? watchedCatalogue(catalogue, saw) : catalogue;
}

/** Notes that the page that is being rendered shows, or names facts of, the file at `address` (/media/a.pdf). */
export function sawMedia(address: string): void {
  pageReader()?.(`media|${address}`);
}

/** Said by those who have the catalogues, for the build, which compares. */
export function offerCatalogues(catalogues: NonNullable<Meeting['catalogues']>): void {
  meeting().catalogues = catalogues;
}

/** The catalogues of the pages, once these were imported; undefined where none offered them. */
export async function offeredCatalogues(): Promise<ReadonlyMap<Locale, Catalogue> | undefined> {
  return meeting().catalogues?.();
}
