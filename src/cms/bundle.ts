import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { InlineConfig, Plugin } from 'vite';
import { blocks } from '../schema/blocks.ts';
import type { Site } from '../site.ts';
import { backendFor } from './backends.ts';
import { storedBundle } from './bundle-store.ts';
import { decapPatches } from './decap-patches.ts';
import { editorPage } from './page.ts';

const here = 'src/cms';
const packages = 'package-lock.json';
const decapSources = [
  packages,
  `${here}/editor/decap.ts`,
  `${here}/bundle.ts`,
  `${here}/decap-patches.ts`,
  `${here}/free-name.ts`,
  `${here}/list-order.ts`,
  `${here}/no-ajv.ts`,
];
/** What our own part is made from: it follows the schema and the words. */
const ownSources = [packages, here, 'src/schema', 'src/i18n', 'src/mdx', 'src/loader', 'src/catalogue'];

/** Puts the editor into `folder/admin/`: Decap, our own part, and the page that starts them, which states `policy`. */
export async function bundleEditor(folder: string, site: Site, policy: string): Promise<void> {
  const admin = join(folder, 'admin');
  const decap = await storedBundle('decap', decapSources, (made) =>
    bundle(`${here}/editor/decap.ts`, made, 'decap', [withoutEval(), ...decapPatches()]),
  );
  const decapScript = await scriptIn(decap, 'decap');
  const own = await storedBundle('own', ownSources, (made) =>
    bundle(`${here}/editor/main.ts`, made, 'editor', [linkDecap(`./${decapScript}`), readMdxInBrowser()]),
  );
  await cp(`${here}/page.css`, join(admin, 'page.css'));
  for (const part of [decap, own]) await cp(part, admin, { recursive: true });
  const page = { site, script: await scriptIn(own, 'editor'), backend: backendFor(site), policy };
  await writeFile(join(admin, 'index.html'), editorPage(page));
  await writeFile(join(admin, 'preview.css'), await previewStyles());
}

/** The site’s own styles, for the preview of texts: those of each block within it, as the build keeps them apart. */
async function previewStyles(): Promise<string> {
  const sheets = ['tokens', 'reset', 'base', 'prose', 'utilities'].map((name) => `src/styles/${name}.css`);
  const learning = (await readdir('src/blocks/learning')).map((name) => `src/blocks/learning/${name}`);
  const read = [...sheets, ...learning, `${here}/preview.css`].map((sheet) => readFile(sheet, 'utf8'));
  const ofBlocks = Object.keys(blocks).map(async (name) => {
    const component = await readFile(`src/blocks/${name}.astro`, 'utf8');
    const styles = [...component.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, style = '']) => style);
    const plain = styles.join('\n').replace(/:global\(((?:[^()]|\([^()]*\))*)\)/g, '$1');
    return `@scope ([data-block="${name}"]) {\n${plain}\n}`;
  });
  const layers = '@layer reset, tokens, base, prose, components, utilities;';
  return [layers, ...(await Promise.all([...read, ...ofBlocks]))].join('\n');
}

async function scriptIn(folder: string, name: string): Promise<string> {
  const script = (await readdir(folder)).find((file) => file.startsWith(`${name}-`) && file.endsWith('.js'));
  if (!script) throw new Error(`The bundle in ${folder} is incomplete: remove that folder and build again.`);
  return script;
}

async function bundle(entry: string, outDir: string, name: string, plugins: Plugin[]): Promise<void> {
  const config: InlineConfig = {
    configFile: false,
    publicDir: false,
    root: resolve('.'),
    base: './',
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"', 'process.env': '{}', global: 'globalThis' },
    plugins,
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2023',
      modulePreload: false,
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 10_000,
      rolldownOptions: {
        input: resolve(entry),
        preserveEntrySignatures: 'strict',
        onLog: (level, log, report) => {
          if (log.code !== 'EVAL' && log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
        },
        output: {
          format: 'es',
          entryFileNames: `${name}-[hash].js`,
          chunkFileNames: `part-[name]-[hash].js`,
          assetFileNames: `part-[name]-[hash][extname]`,
        },
      },
    },
  };
  // Only builds that bundle wait for the bundler.
  const { build } = await import('vite');
  await build(config);
}

/** Our part takes from Decap’s bundle whatever it has, so that neither is loaded twice. */
function linkDecap(address: string): Plugin {
  const parts = new Set(['decap-cms-backend-proxy', 'react', 'decap-cms-core']);
  return {
    name: 'link-decap',
    enforce: 'pre',
    resolveId: (source) =>
      parts.has(source) || /\/decap\.ts$/.test(source) ? { id: address, external: true } : undefined,
  };
}

/** Bodies are checked by the build’s own reader, on a tree that a browser can make. */
function readMdxInBrowser(): Plugin {
  const tree = resolve(here, 'mdx-to-hast.ts');
  return {
    name: 'read-mdx-in-browser',
    enforce: 'pre',
    resolveId: (source) => (source === 'satteri' ? tree : undefined),
  };
}

/** Decap checks its configuration with generated code, which our policy forbids: a test checks ours instead. */
function withoutEval(): Plugin {
  const stub = resolve(here, 'no-ajv.ts');
  return {
    name: 'without-eval',
    enforce: 'pre',
    resolveId: (source) => (/^ajv(?:-errors|-keywords\/dist\/keywords)?$/.test(source) ? stub : undefined),
  };
}
