import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'vite';
import { writtenBlock } from '../../src/cms/blocks.ts';
import { decapPatches } from '../../src/cms/decap-patches.ts';
import { type Block, type BlockName, blocks } from '../../src/schema/blocks.ts';

/** A body as Decap writes it once somebody has touched it: read into its rich text and written from it, by its own code. */
export async function touchedByDecap(): Promise<(body: string) => string> {
  mkdirSync('.build', { recursive: true });
  const folder = mkdtempSync(resolve('.build', 'decap-serializers-'));
  try {
    const entry = join(folder, 'entry.js');
    writeFileSync(
      entry,
      "export { markdownToSlate, slateToMarkdown } from 'decap-cms-widget-markdown/dist/esm/serializers/index.js';\n",
    );
    await build({
      configFile: false,
      publicDir: false,
      logLevel: 'error',
      define: { 'process.env.NODE_ENV': '"production"' },
      plugins: [withoutControl(), ...decapPatches()],
      ssr: { noExternal: true },
      build: {
        ssr: entry,
        outDir: folder,
        emptyOutDir: false,
        rolldownOptions: { output: { entryFileNames: 'serializers.mjs' } },
      },
    });
    (globalThis as { editorComponents?: unknown }).editorComponents = components();
    const { markdownToSlate, slateToMarkdown } = await import(
      pathToFileURL(join(folder, 'serializers.mjs')).href
    );
    return (body) => slateToMarkdown(markdownToSlate(body));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Our blocks as `src/cms/editor/blocks.ts` registers them. */
function components() {
  return (Object.keys(blocks) as BlockName[]).map((name) => {
    const { pattern, read, write } = writtenBlock(name);
    const { children }: Block = blocks[name];
    const type = children === 'inline' ? 'inline' : 'shortcode';
    return { id: name, type, pattern, fromBlock: read, toBlock: write };
  });
}

/** The control of the widget needs a browser; of it only the registered blocks are asked for. */
function withoutControl(): Plugin {
  const module = 'export const getEditorComponents = () => globalThis.editorComponents;';
  return {
    name: 'without-control',
    enforce: 'pre',
    resolveId: (source) => (source.endsWith('/MarkdownControl') ? '\0control' : undefined),
    load: (id) => (id === '\0control' ? module : undefined),
  };
}
