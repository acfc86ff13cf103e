import { readYaml } from '../../mdx/body/yaml.ts';
import { blocks } from '../../schema/blocks.ts';
import { escapedHtml, fenceAsHtml } from './plain-fences.ts';

/** What a body refers to: the titles of the pages that its blocks name, by their address without language. */
export interface PlainOptions {
  /** The beginning of addresses of this site’s pages: `/fr`. */
  readonly root: string;
  readonly titleOf: (path: string) => string | undefined;
}

const elements = /<(\/?)(Callout|Details|Figure|Download|Embed|Term)\b((?:\s+\w+="[^"]*")*)\s*(\/?)>/g;

/**
 * A body of ours as every generator reads it: Markdown, with the simplest HTML that says the same in the place of each
 * block. It is valid MDX too, and keeps every word.
 */
export function plainBody(source: string, options: PlainOptions): string {
  const parts = partsOf(source).map((part) =>
    part.fence
      ? fenceAsHtml(part.fence, readYaml(part.text).value as Record<string, unknown>)
      : withoutElements(part.text, options),
  );
  return parts.join('\n').replace(/\]\(\/(?!media\/)/g, `](${options.root}/`);
}

interface Part {
  readonly text: string;
  /** The block whose fields the text holds. */
  readonly fence?: string;
}

/** The body in pieces: what stands in a fence of one of our blocks, and everything else. */
function partsOf(source: string): Part[] {
  const parts: Part[] = [];
  let lines: string[] = [];
  let open: { marks: string; fence: string | undefined } | undefined;
  const close = (fence?: string) => {
    parts.push({ text: lines.join('\n'), ...(fence && { fence }) });
    lines = [];
  };
  for (const line of source.split('\n')) {
    const [, marks, name] = /^ {0,3}(`{3,}|~{3,})\s*([\w-]*)\s*$/.exec(line) ?? [];
    if (open) {
      const ends = marks?.startsWith(open.marks) && !name;
      if (ends && open.fence) close(open.fence);
      else lines.push(line);
      if (ends) open = undefined;
    } else if (marks) {
      open = { marks, fence: name && isFenceBlock(name) ? name : undefined };
      if (open.fence) close();
      else lines.push(line);
    } else lines.push(line);
  }
  close();
  return parts;
}

function isFenceBlock(name: string): boolean {
  return Object.entries(blocks).some(
    ([block, { form }]) => form === 'fence' && block.toLowerCase() === name.toLowerCase(),
  );
}

function withoutElements(text: string, options: PlainOptions): string {
  return text
    .replace(/\{\/\*[\s\S]*?\*\/\}/g, '')
    .replace(elements, (_whole, end: string, name: string, written: string) => {
      const fields = Object.fromEntries(
        [...written.matchAll(/(\w+)="([^"]*)"/g)].map(([, field, value]) => [field, value]),
      ) as Record<string, string>;
      return end ? closing(name) : opening(name, fields, options);
    });
}

function opening(name: string, fields: Record<string, string>, { root, titleOf }: PlainOptions): string {
  const { kind, title, summary, src, alt = '', caption, credit, file } = fields;
  if (name === 'Callout') return `<aside class="callout ${kind}">\n\n${title ? `**${title}**\n\n` : ''}`;
  if (name === 'Details') return `<details>\n<summary>${summary}</summary>\n\n`;
  if (name === 'Download') return `<p><a href="${file}">${title}</a></p>`;
  if (name === 'Term') return '<dfn>';
  if (name === 'Figure') {
    const words = [caption, credit].filter(Boolean).join(' ');
    return `<figure><img src="${src}" alt="${alt}" />${words && `<figcaption>${words}</figcaption>`}</figure>`;
  }
  const [collection, slug] = Object.entries(fields)[0] ?? [];
  const path = collection === 'session' ? 'sessions/' : `${collection}s/${slug}/`;
  return `<p><a href="${root}/${path}">${escapedHtml(titleOf(path) ?? path)}</a></p>`;
}

function closing(name: string): string {
  if (name === 'Callout') return '\n\n</aside>';
  if (name === 'Details') return '\n\n</details>';
  return '</dfn>';
}
