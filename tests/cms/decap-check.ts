import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'vite';

/** Decap’s own check of a configuration, with the real ajv; it throws for what it refuses. */
export async function decapCheck(widgets: readonly string[]): Promise<(config: object) => void> {
  mkdirSync('.build', { recursive: true });
  const folder = mkdtempSync(resolve('.build', 'decap-check-'));
  try {
    const entry = join(folder, 'entry.js');
    writeFileSync(
      entry,
      "export { validateConfig } from 'decap-cms-core/dist/esm/constants/configSchema.js';\n",
    );
    await build({
      configFile: false,
      publicDir: false,
      logLevel: 'error',
      define: { 'process.env.NODE_ENV': '"production"' },
      plugins: [withoutInterface(widgets)],
      ssr: { noExternal: true },
      build: {
        ssr: entry,
        outDir: folder,
        emptyOutDir: false,
        rolldownOptions: { output: { entryFileNames: 'check.js' } },
      },
    });
    const { validateConfig } = await import(pathToFileURL(join(folder, 'check.js')).href);
    return validateConfig;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The check needs names of widgets and formats; what registers them needs a browser. */
function withoutInterface(widgets: readonly string[]): Plugin {
  const registry = `
    export const getWidgets = () => ${JSON.stringify(widgets.map((name) => ({ name, schema: {} })))};
    export const getCustomFormats = () => ({ 'mdx-safe': {}, 'yaml-safe': {} });
    export const getCustomFormatsExtensions = () => ({ 'mdx-safe': 'mdx', 'yaml-safe': 'yaml' });
    export const getCustomFormatsFormatters = () => ({ 'mdx-safe': {}, 'yaml-safe': {} });`;
  return {
    name: 'without-interface',
    enforce: 'pre',
    resolveId(source) {
      if (/\/lib\/registry$/.test(source)) return '\0registry';
      return /\/reducers\/collections$/.test(source) ? '\0collections' : undefined;
    },
    load(id) {
      if (id === '\0registry') return registry;
      return id === '\0collections' ? 'export const selectEntrySlug = () => undefined;' : undefined;
    },
  };
}
