import { originsOf } from '../cms/backends.ts';
import { bundleEditor } from '../cms/bundle.ts';
import { editorMetaPolicy } from '../server/headers.ts';
import type { Site } from '../site.ts';
import type { Phase } from './build-pages/build-log.ts';
import { makesEditor, type Part } from './build-parts/part.ts';

/**
 * Something a build does once the site lies in `folder`; a failure is thrown and stops the build. Where a `part` of the site is
 * built, the step does its share.
 */
export type BuildStep = (folder: string, site: Site, part?: Part) => Promise<void>;

/** In this order, each with the name by which the build tells of it. */
export const besideSearch: readonly { readonly phase: Phase; readonly run: BuildStep }[] = [
  {
    phase: 'editor',
    run: async (folder, site, part) => {
      if (!part || makesEditor(part)) await bundleEditor(folder, site, editorMetaPolicy(originsOf(site)));
    },
  },
];
