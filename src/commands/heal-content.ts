import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readFiles } from '../loader/files.ts';
import { partsOf } from '../loader/front-matter.ts';
import { type HealChange, heal } from '../mdx/heal.ts';
import { collections } from '../schema/collections.ts';

export interface HealedFile {
  /** From the content folder: courses/rgpd.fr.mdx */
  readonly file: string;
  readonly changes: readonly HealChange[];
}

/** Writes each MDX file of the content whose body `heal` changes, and tells which. A second time there is none. */
export async function healContent(contentDir: string): Promise<readonly HealedFile[]> {
  const { files } = readFiles(contentDir);
  const healed: HealedFile[] = [];
  for (const { file, collection } of files) {
    if (collections[collection].extension !== 'mdx') continue;
    const path = join(contentDir, file);
    const before = await readFile(path, 'utf8');
    const { text, changes } = healFile(before);
    if (text === before) continue;
    await writeFile(path, text);
    healed.push({ file, changes });
  }
  return healed;
}

const lineEnd = /\r\n?|\n/g;

/** An MDX file with its body healed. Its front matter and the kind of its line ends stay as they are. */
export function healFile(source: string): { text: string; changes: readonly HealChange[] } {
  const { body, bodyLine } = partsOf('mdx', source.replace(/^\uFEFF/, '').replace(lineEnd, '\n'));
  const { text, changes } = heal(body);
  if (text === body) return { text: source, changes: [] };
  const lines = source.match(/[^\r\n]*(?:\r\n?|\n|$)/g) ?? [];
  const head = lines.slice(0, bodyLine - 1).join('');
  return {
    text: head + text.replaceAll('\n', source.includes('\r\n') ? '\r\n' : '\n'),
    changes: changes.map((change) => ({ ...change, line: change.line + bodyLine - 1 })),
  };
}
