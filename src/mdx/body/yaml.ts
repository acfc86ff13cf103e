import { boolCoreTag, FAILSAFE_SCHEMA, load, Schema, YAMLException } from 'js-yaml';

/** Only true and false are more than text: an editor who answers a question with 1871 or no means these signs. */
const schema = new Schema([...FAILSAFE_SCHEMA.tags, boolCoreTag]);

export type Yaml =
  | { readonly value: unknown; readonly mistake?: never }
  | { readonly value?: never; readonly mistake: { readonly line: number; readonly reason: string } };

/** The value that `source` holds, or the line, from 1, where it can't be read. */
export function readYaml(source: string): Yaml {
  if (source.trim() === '') return { value: {} };
  try {
    return { value: load(source.trimEnd(), { schema }) };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return { mistake: { line: (error.mark?.line ?? 0) + 1, reason: error.reason } };
  }
}
