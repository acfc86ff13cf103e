import type { Site } from '../../site.ts';
import { importLinks } from './early-scripts.ts';
import { NamedSheets } from './named-sheets.ts';
import { type SlimPage, slimmer } from './slim-page.ts';

/** What becomes of the styles of pages, and of each page before it is written. */
export interface Look {
  readonly sheets: NamedSheets;
  readonly finish: SlimPage;
}

/** The look of the pages of a site, whose scripts lie in `folder`. */
export async function lookOf({ basePath }: Pick<Site, 'basePath'>, folder: string): Promise<Look> {
  const sheets = new NamedSheets();
  return { sheets, finish: await slimmer((css) => sheets.textOf(css), importLinks(folder, basePath)) };
}
