import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build, type InlineConfig, type Plugin } from 'vite';
import type { Site } from '../site.ts';
import { backendFor } from './backends.ts';
import { editorPage } from './page.ts';

const here = 'src/cms';
const decapEntry = `${here}/editor/decap.ts`;

/**
 * Puts the editor into `folder/admin/`: Decap, which is bundled once for each state of the lock file, and our own part,
 * which follows the schema and is made anew each time.
 */
export async function bundleEditor(folder: string, site: Site): Promise<void> {
  const admin = join(folder, 'admin');
  const decap = await decapBundle();
  await cp(decap.folder, admin, { recursive: true });
  const { script } = await bundle(`${here}/editor/main.ts`, admin, 'editor', [
    linkDecap(`./${decap.script}`),
  ]);
  await writeFile(
    join(admin, 'index.html'),
    editorPage({ site, script, backend: backendFor(process.env, site) }),
  );
}

/** The bundle of Decap, from the store or made now. */
async function decapBundle(): Promise<{ folder: string; script: string }> {
  const sources = await Promise.all(
    ['package-lock.json', decapEntry, `${here}/bundle.ts`, `${here}/no-ajv.ts`].map((file) => readFile(file)),
  );
  const digest = createHash('sha256').update(Buffer.concat(sources)).digest('hex').slice(0, 12);
  const store = resolve('node_modules/.cache/editor');
  const folder = join(store, digest);
  const scriptIn = async () =>
    (await readdir(folder).catch(() => [])).find((name) => /^decap-[\w-]+\.js$/.test(name));
  const stored = await scriptIn();
  if (stored) return { folder, script: stored };
  const made = join(store, `${digest}.next-${process.pid}`);
  await rm(made, { recursive: true, force: true });
  await mkdir(store, { recursive: true });
  const { script } = await bundle(decapEntry, made, 'decap', [withoutEval(), slugsLikeOurs()]);
  // Another build may have put it there meanwhile: theirs is the same.
  await rename(made, folder).catch(() => rm(made, { recursive: true, force: true }));
  return { folder, script };
}

async function bundle(
  entry: string,
  outDir: string,
  name: string,
  plugins: Plugin[],
): Promise<{ script: string }> {
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
  const built = await build(config);
  const outputs = [built].flat().flatMap((result) => ('output' in result ? result.output : []));
  const chunk = outputs.find((output) => output.type === 'chunk' && output.isEntry);
  if (!chunk) throw new Error(`The bundle of ${entry} has no entry.`);
  return { script: chunk.fileName };
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

/** Decap checks its configuration with generated code, which our policy forbids: a test checks ours instead. */
function withoutEval(): Plugin {
  const stub = resolve(here, 'no-ajv.ts');
  return {
    name: 'without-eval',
    enforce: 'pre',
    resolveId: (source) => (/^ajv(?:-errors|-keywords\/dist\/keywords)?$/.test(source) ? stub : undefined),
  };
}

/** Slugs of the content are of letters, digits and hyphens; Decap would keep `_`, `.` and `~`. */
function slugsLikeOurs(): Plugin {
  const kept = 'const uriChars = /[\\w\\-.~]/i;';
  return {
    name: 'slugs-like-ours',
    transform(code, id) {
      if (!/decap-cms-core\/dist\/esm\/lib\/urlHelper\.js$/.test(id)) return undefined;
      if (!code.includes(kept)) throw new Error('Decap makes slugs in another way: see slugsLikeOurs.');
      return code.replace(kept, 'const uriChars = /[a-z0-9-]/i;');
    },
  };
}
