import { load, YAMLException } from 'js-yaml';
import { partsOf } from '../loader/front-matter.ts';
import { withoutBlanks } from '../schema/mistakes.ts';

/** True where something stands in a file of an entry: Decap writes a file of nulls for a language without a translation. */
export function saysSomething(path: string, raw: string): boolean {
  const { yaml, body } = partsOf(path.endsWith('.yaml') ? 'yaml' : 'mdx', raw.replace(/\r\n?/g, '\n'));
  if (body.trim() !== '') return true;
  try {
    return withoutBlanks(load(yaml)) !== undefined;
  } catch (error) {
    if (error instanceof YAMLException) return yaml.trim() !== '';
    throw error;
  }
}
