import { load, YAMLException } from 'js-yaml';
import { yamlLineOf } from '../mdx/yaml-line.ts';
import type { FieldMistake, Mistake } from '../schema/mistakes.ts';
import type { ContentFile } from './files.ts';

/** A file taken apart. `yamlLine` and `bodyLine` are the lines of the file on which the parts begin, from 1. */
export interface Parts {
  readonly yaml: string;
  readonly yamlLine: number;
  readonly body: string;
  readonly bodyLine: number;
}

const opening = /^---[ \t]*(?:\n|$)/;
const fence = /^---[ \t]*\n(?:([\s\S]*?)\n)?---[ \t]*(?:\n|$)/;

/** The front matter and the body of an MDX file; a YAML file is front matter alone. A file without front matter is all body. */
export function partsOf(extension: 'mdx' | 'yaml', text: string): Parts {
  if (extension === 'yaml') return { yaml: text, yamlLine: 1, body: '', bodyLine: 1 };
  const [whole, yaml] = fence.exec(text) ?? [];
  if (whole === undefined) return { yaml: '', yamlLine: 1, body: text, bodyLine: 1 };
  return { yaml: yaml ?? '', yamlLine: 2, body: text.slice(whole.length), bodyLine: linesIn(whole) };
}

/** The values of a file's front matter, or the mistake that keeps it from being read. */
export function valuesOf(
  file: ContentFile,
  parts: Parts,
): { values: Record<string, unknown> } | { mistake: Mistake } {
  const mistake = (key: string, line: number, params: Mistake['params'] = {}) => ({
    mistake: { file: file.file, line, field: '', key, params },
  });
  if (parts.bodyLine === 1 && opening.test(parts.body)) return mistake('mistakes.openFields', 1);
  try {
    const values: unknown = parts.yaml.trim() === '' ? {} : load(parts.yaml);
    if (values === undefined || values === null) return { values: {} };
    if (typeof values !== 'object' || Array.isArray(values))
      return mistake('mistakes.notFields', parts.yamlLine);
    return { values: values as Record<string, unknown> };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const line = parts.yamlLine + (error.mark?.line ?? 0);
    return mistake('mistakes.yaml', line, { reason: error.reason });
  }
}

/** The line of the file on which the value at `path` stands; of the innermost part that exists, for one that is missing. */
export function lineOf(parts: Parts, path: FieldMistake['path']): number | undefined {
  const line = yamlLineOf(parts.yaml, path);
  return line && parts.yamlLine - 1 + line;
}

function linesIn(text: string): number {
  return text.split('\n').length;
}
