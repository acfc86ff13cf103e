import { renderScript } from 'astro/compiler-runtime';

type Rendering = Parameters<typeof renderScript>[0];
type Script = Awaited<ReturnType<typeof renderScript>>;

const known = new Map<string, Script>();

/** What Astro writes for a script of a component: what it has found for one page holds for all, which need not wait for it. */
export function knownScript(rendering: Rendering, id: string): Script | Promise<Script> {
  return known.get(id) ?? find(rendering, id);
}

async function find(rendering: Rendering, id: string): Promise<Script> {
  const script = await renderScript(rendering, id);
  known.set(id, script);
  return script;
}
