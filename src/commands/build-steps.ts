import { originsOf } from '../cms/backends.ts';
import { bundleEditor } from '../cms/bundle.ts';
import { writeModuleFiles } from '../exports/module-files.ts';
import { bundleSearch } from '../search/bundle.ts';
import { editorMetaPolicy } from '../server/headers.ts';
import type { Site } from '../site.ts';
import { linkTree } from './build-pages/link-tree.ts';

/**
 * Something a build does once the pages lie in `folder`; a failure is thrown and stops the build. What it keeps for the
 * next build lies in `kept`.
 */
export type BuildStep = (folder: string, site: Site, kept: string) => Promise<void>;

/** In this order. */
export const afterPages: readonly BuildStep[] = [
  (folder, site, kept) => bundleSearch(folder, site, kept, linkTree),
  writeModuleFiles,
  (folder, site) => bundleEditor(folder, site, editorMetaPolicy(originsOf(site))),
];
