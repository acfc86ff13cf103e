import { bundleEditor } from '../cms/bundle.ts';
import { writeModuleFiles } from '../exports/module-files.ts';
import { bundleSearch } from '../search/bundle.ts';
import type { Site } from '../site.ts';

/** Something a build does once the pages lie in `folder`; a failure is thrown and stops the build. */
export type BuildStep = (folder: string, site: Site) => Promise<void>;

/** In this order. */
export const afterPages: readonly BuildStep[] = [bundleSearch, writeModuleFiles, bundleEditor];
