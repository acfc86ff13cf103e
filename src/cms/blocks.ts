import { readYaml } from '../mdx/body/yaml.ts';
import { type Block, type BlockName, blocks } from '../schema/blocks.ts';
import { withoutBlanks } from '../schema/mistakes.ts';
import { yamlOf } from './format.ts';

/** What stands in a block: its fields, and its text as `children` where it has one. */
export type BlockValues = Readonly<Record<string, unknown>>;

/** How a block is found in a body and written into it. */
export interface WrittenBlock {
  /** Matches the block at the beginning of a text. */
  readonly pattern: RegExp;
  readonly read: (match: RegExpMatchArray) => BlockValues;
  readonly write: (values: BlockValues) => string;
}

/** The text as it was read: what nobody changed is written as it was, whatever its form. */
const source = '_source';

/** How the block of this name is written: as a tag or as fenced YAML, as its schema says. */
export function writtenBlock(name: BlockName): WrittenBlock {
  const block: Block = blocks[name];
  const { pattern, read, write } = block.form === 'fence' ? fence(name) : element(name, block);
  return {
    pattern,
    read: (match) => ({ ...read(match), [source]: match[0] }),
    write(values) {
      const { [source]: former, ...fields } = values;
      const match = typeof former === 'string' ? pattern.exec(former) : undefined;
      const isSame = match && JSON.stringify(said(read(match))) === JSON.stringify(said(fields));
      return isSame ? String(former) : write(inOrder(fields, block));
    },
  };
}

function said(values: BlockValues): unknown {
  return withoutBlanks(values) ?? {};
}

/** The fields as the form has them; one that it doesn’t know stands last. */
function inOrder(values: BlockValues, { fields }: Block): BlockValues {
  const names = [...Object.keys(fields.shape), ...Object.keys(values)];
  const kept = (withoutBlanks(values) ?? {}) as BlockValues;
  return Object.fromEntries(
    [...new Set(names)].filter((name) => name in kept).map((name) => [name, kept[name]]),
  );
}

const attributes = '((?:\\s+[A-Za-z]+(?:="[^"]*")?)*)\\s*';

function element(name: BlockName, { children }: Block): WrittenBlock {
  const alone = new RegExp(`^<${name}${attributes}/>`);
  const around = new RegExp(`^<${name}${attributes}>([\\s\\S]*?)</${name}>`);
  return {
    pattern: children === 'none' ? alone : around,
    read: ([, written = '', text = '']) => ({
      ...attributesIn(written),
      ...(children !== 'none' && { children: text.trim() }),
    }),
    write({ children: text = '', ...fields }) {
      const tag = `<${name}${Object.entries(fields).map(attribute).join('')}`;
      if (children === 'none') return `${tag} />`;
      return children === 'inline' ? `${tag}>${text}</${name}>` : `${tag}>\n\n${text}\n\n</${name}>`;
    },
  };
}

/** The attributes of a tag. One without a value says yes. */
export function attributesIn(written: string): Record<string, string> {
  const found = written.matchAll(/([A-Za-z]+)(?:="([^"]*)")?/g);
  return Object.fromEntries(
    [...found].map(([, name = '', value]) => [name, value === undefined ? 'yes' : decoded(value)]),
  );
}

function attribute([name, value]: [string, unknown]): string {
  const text = String(value).replace(/\s+/g, ' ').trim();
  return ` ${name}="${text.replace(/&(?=#?\w+;)/g, '&amp;').replaceAll('"', '&quot;')}"`;
}

function decoded(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

function fence(name: BlockName): WrittenBlock {
  const word = name.toLowerCase();
  return {
    pattern: new RegExp(`^(\`{3,})${word}[ \\t]*\\n(?:([\\s\\S]*?)\\n)?\\1[ \\t]*(?=\\n|$)`),
    // What can’t be read stays as it is, until somebody fills in the form.
    read: ([, , yaml = '']) => (readYaml(yaml).value ?? {}) as BlockValues,
    write(fields) {
      const yaml = yamlOf(fields);
      const ticks = '`'.repeat(Math.max(3, ...[...yaml.matchAll(/`+/g)].map(([run]) => run.length + 1)));
      return `${ticks}${word}\n${yaml}${ticks}`;
    },
  };
}
