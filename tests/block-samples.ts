import * as z from 'zod';
import type { Titles } from '../src/cms/titles.ts';
import { type Block, type BlockName, blocks } from '../src/schema/blocks.ts';
import { factsOf } from '../src/schema/field-facts.ts';

/** What stands in a block; its text as `children`. */
export type BlockValues = Readonly<Record<string, unknown>>;

export interface BlockSample {
  readonly name: BlockName;
  readonly values: BlockValues;
}

/** What samples may name: entries by collection and slug, and files of the media folder. */
export interface SampleWorld {
  readonly titles: Readonly<Record<string, Titles>>;
  readonly image: string;
  readonly file: string;
}

/**
 * Each block of the schema with all of its fields filled in; where its rules allow only one of several fields, once with
 * each. Every text is another one. Throws for a kind of field of which no value is known here.
 */
export function blockSamples(world: SampleWorld): BlockSample[] {
  const sampleOf = writer(world);
  /** What the rules still want of an item of a list, since of all but the first only the required fields are filled in. */
  const complete = ({ fields, rules }: Block, values: BlockValues): BlockValues => {
    const wanted = rules?.(values).find(({ path }) => path.length === 3);
    if (!wanted) return values;
    const [list = '', place = 0, part = ''] = wanted.path as [string, number, string];
    const items = (values[list] as BlockValues[]).map((item, index) =>
      index === place
        ? {
            ...item,
            [part]: sampleOf(part, itemOf(fields.shape[list] as z.ZodType).shape[part] as z.ZodType, 0),
          }
        : item,
    );
    return complete({ fields, rules } as Block, { ...values, [list]: items });
  };
  return (Object.keys(blocks) as BlockName[]).flatMap((name) => {
    const block: Block = blocks[name];
    const { fields, rules, children } = block;
    const text = children === 'none' ? {} : { children: String(sampleOf('children', z.string(), 0)) };
    const all = complete(block, sampleOf(name, fields, 0) as BlockValues);
    const choice = rules?.(all).find(({ key }) => key === 'mistakes.exactlyOne');
    const rivals = String(choice?.params['fields'] ?? '').split(', ');
    return rivals.map((kept) => {
      const values = Object.entries(all).filter(([field]) => field === kept || !rivals.includes(field));
      return { name, values: { ...Object.fromEntries(values), ...text } };
    });
  });
}

function writer({ titles, image, file }: SampleWorld) {
  let written = 0;
  const next = () => {
    written += 1;
    return written;
  };
  const words = (what: string) => `${what} n° ${next()}`;

  /** The value of a field, of an item of a list the one at this place. */
  const sampleOf = (name: string, field: z.ZodType, place: number): unknown => {
    if (name === 'children') return words('Du texte');
    const { kind, options = [], refersTo = '' } = factsOf(field);
    const inner = withoutOptional(field);
    const values: Readonly<Record<string, () => unknown>> = {
      text: () => words('L’« été » & le "reste"'),
      prose: () => words('Une phrase **forte** et longue'),
      lines: () => [words('Une ligne'), words('Une ligne')],
      choice: () => options[place % options.length],
      yesNo: () => true,
      reference: () => Object.keys(titles[refersTo] ?? {})[0],
      address: () => `https://www.example.org/${next()}`,
      image: () => image,
      file: () => file,
      record: () =>
        Object.fromEntries(
          Object.entries((inner as z.ZodObject).shape as Record<string, z.ZodType>)
            .filter(([, each]) => place === 0 || each.def.type !== 'optional')
            .map(([part, each]) => [part, sampleOf(part, each, place)]),
        ),
      list: () => {
        const item = itemOf(field);
        return Array.from({ length: lengthOf(item) }, (_, index) => sampleOf(name, item, index));
      },
    };
    const value = values[kind];
    if (!value) throw new Error(`Say in tests/block-samples.ts what a field of the kind “${kind}” holds.`);
    return value();
  };
  return sampleOf;
}

function withoutOptional(field: z.ZodType): z.ZodType {
  return field.def.type === 'optional' ? ((field as z.ZodOptional).unwrap() as z.ZodType) : field;
}

function itemOf(list: z.ZodType): z.ZodObject {
  return (withoutOptional(list) as z.ZodArray).element as z.ZodObject;
}

/** Two items; where a choice decides which other fields are needed, one for each option. */
function lengthOf(item: z.ZodObject): number {
  const fields = Object.values(item.shape) as z.ZodType[];
  if (!fields.some((field) => field.def.type === 'optional')) return 2;
  return Math.max(2, ...fields.map((field) => factsOf(field).options?.length ?? 0));
}

/** The sample with other words in its first text; where it has none, with another entry. */
export function edited({ name, values }: BlockSample, { titles }: SampleWorld): BlockSample {
  const { fields }: Block = blocks[name];
  const kindOf = (field: string) =>
    field === 'children' ? 'text' : factsOf(fields.shape[field] as z.ZodType).kind;
  const texts = ['text', 'prose', 'lines'];
  const [field = '', value] =
    Object.entries(values).find(([each]) => texts.includes(kindOf(each))) ?? Object.entries(values)[0] ?? [];
  if (Array.isArray(value)) return { name, values: { ...values, [field]: [...value, 'Encore une'] } };
  if (texts.includes(kindOf(field))) return { name, values: { ...values, [field]: `${value} bis` } };
  const { refersTo = '' } = factsOf(fields.shape[field] as z.ZodType);
  return { name, values: { ...values, [field]: Object.keys(titles[refersTo] ?? {})[1] } };
}

/** A field that an item of a list must have: the name of the list and its own. */
export interface RequiredPart {
  readonly name: BlockName;
  readonly list: string;
  readonly field: string;
}

/** Of each kind of field the first that items of a list in a block must have. */
export function requiredParts(): RequiredPart[] {
  const found = new Map<string, RequiredPart>();
  for (const name of Object.keys(blocks) as BlockName[])
    for (const [list, field] of Object.entries((blocks[name] as Block).fields.shape) as [
      string,
      z.ZodType,
    ][]) {
      const shape = factsOf(field).kind === 'list' ? itemOf(field).shape : {};
      for (const [part, each] of Object.entries(shape) as [string, z.ZodType][]) {
        const { kind } = factsOf(each);
        if (each.def.type !== 'optional' && !found.has(kind)) found.set(kind, { name, list, field: part });
      }
    }
  return [...found.values()];
}
