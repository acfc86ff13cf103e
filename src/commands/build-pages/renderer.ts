import type { Site } from '../../site.ts';
import { type StartedApp, startApp } from './kept-app.ts';
import { type Look, lookOf } from './look.ts';
import { namePictures } from './pictures.ts';

/** What renders pages: Astro’s app, and what becomes of each page before it is written. */
export interface Renderer {
  readonly source: StartedApp;
  readonly look: Look;
}

/** The renderer whose app lies in the folder `app`, for pages in `folder`. Throws where there is no app. */
export async function startRenderer(
  app: string,
  site: Pick<Site, 'basePath'>,
  folder: string,
): Promise<Renderer> {
  await namePictures(site.basePath);
  const source = await startApp(app);
  const look = await lookOf(site, folder);
  look.sheets.pages = source.pages;
  return { source, look };
}
