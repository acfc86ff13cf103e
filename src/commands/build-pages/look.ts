import type { Site } from '../../site.ts';
import { importLinks } from './early-scripts.ts';
import { NamedSheets } from './named-sheets.ts';
import { type SlimPage, slimmer } from './slim-page.ts';

/** What becomes of the styles of pages, and of each page before it is written. */
export interface Look {
  readonly sheets: NamedSheets;
  readonly finish: SlimPage;
}

/** The look of the pages of a site, whose scripts lie in `folder`; `sheetOf` knows styles of which a page bears the name alone. */
export async function lookOf(
  { basePath }: Pick<Site, 'basePath'>,
  folder: string,
  sheetOf?: (css: string) => string,
): Promise<Look> {
  const sheets = new NamedSheets();
  return {
    sheets,
    finish: await slimmer(sheetOf ?? ((css) => sheets.textOf(css)), importLinks(folder, basePath)),
  };
}
