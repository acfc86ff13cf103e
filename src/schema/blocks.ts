import type * as z from 'zod';
import {
  address,
  choice,
  file,
  image,
  lines,
  list,
  optional,
  prose,
  record,
  reference,
  text,
  yesNo,
} from './fields.ts';
import type { FieldMistake } from './mistakes.ts';
import { spokenLanguages } from './vocabulary.ts';

/**
 * How a block is written in a body. `element`: JSX with string attributes and its text as children, for blocks whose
 * fields are one line each. `fence`: a fenced code block named after the block, with YAML in it, for blocks with lists
 * or long texts: opaque to every Markdown parser, so that no editor can damage it.
 */
export interface Block {
  readonly form: 'element' | 'fence';
  /** prose: Markdown and other blocks; inline: words in a sentence; none: nothing. */
  readonly children: 'prose' | 'inline' | 'none';
  readonly fields: z.ZodObject;
  /** What the fields can't say one by one. */
  readonly rules?: (value: Record<string, unknown>) => FieldMistake[];
}

const callout = record({
  kind: choice(['note', 'tip', 'warning', 'example']),
  title: optional(text()),
});

const details = record({ summary: text() });

/** Without `alt` the picture is decoration, and says so by `decorative`. */
const figure = record({
  src: image(),
  alt: optional(text({ max: 400 })),
  decorative: optional(choice(['yes'])),
  caption: optional(text({ max: 400 })),
  credit: optional(text()),
});

const download = record({ file: file(), title: text() });

const embed = record({
  course: optional(reference('courses')),
  session: optional(reference('sessions')),
  module: optional(reference('modules')),
});

const term = record({ id: reference('glossary') });

const steps = record({
  title: optional(text()),
  steps: list(record({ title: text(), text: optional(prose()) })),
});

const checklist = record({ title: text(), items: lines() });

export const questionTypes = ['choice', 'order', 'match', 'text'] as const;

const quiz = record({
  title: optional(text()),
  questions: list(
    record({
      type: choice(questionTypes),
      question: prose({ max: 2000 }),
      /** choice: one or several are right. */
      choices: optional(
        list(
          record({ text: text({ max: 300 }), right: optional(yesNo()), explanation: prose({ max: 1000 }) }),
          { min: 2 },
        ),
      ),
      /** order: the items in the right order. */
      items: optional(lines()),
      /** match: what belongs together. */
      pairs: optional(list(record({ left: text(), right: text() }), { min: 2 })),
      /** text: every answer that is accepted; case, accents and outer spaces don't matter. */
      answers: optional(lines()),
      explanation: optional(prose({ max: 2000 })),
    }),
  ),
});

const reflection = record({ question: prose({ max: 1000 }), hint: optional(prose({ max: 1000 })) });

const flashcards = record({
  title: text(),
  cards: list(record({ front: text({ max: 300 }), back: prose({ max: 1000 }) }), { min: 2 }),
});

const compare = record({
  tone: choice(['before-after', 'do-dont', 'neutral']),
  firstTitle: text(),
  first: lines(),
  secondTitle: text(),
  second: lines(),
});

const video = record({
  title: text(),
  /** A video of our own … */
  file: optional(file()),
  poster: optional(image()),
  captions: optional(list(record({ language: choice(spokenLanguages), file: file() }))),
  /** … or a page elsewhere, opened by a click that names the host. */
  address: optional(address()),
  host: optional(text({ max: 80 })),
  transcript: prose(),
});

const audio = record({ title: text(), file: file(), transcript: prose() });

export const blocks = {
  Callout: { form: 'element', children: 'prose', fields: callout },
  Details: { form: 'element', children: 'prose', fields: details },
  Figure: { form: 'element', children: 'none', fields: figure, rules: altOrDecorative },
  Download: { form: 'element', children: 'none', fields: download },
  Embed: {
    form: 'element',
    children: 'none',
    fields: embed,
    rules: exactlyOne(['course', 'session', 'module']),
  },
  Term: { form: 'element', children: 'inline', fields: term },
  Steps: { form: 'fence', children: 'none', fields: steps },
  Checklist: { form: 'fence', children: 'none', fields: checklist },
  Quiz: { form: 'fence', children: 'none', fields: quiz, rules: completeQuestions },
  Reflection: { form: 'fence', children: 'none', fields: reflection },
  Flashcards: { form: 'fence', children: 'none', fields: flashcards },
  Compare: { form: 'fence', children: 'none', fields: compare },
  Video: { form: 'fence', children: 'none', fields: video, rules: completeVideo },
  Audio: { form: 'fence', children: 'none', fields: audio },
} as const satisfies Record<string, Block>;

export type BlockName = keyof typeof blocks;

export type BlockFields<Name extends BlockName> = z.output<(typeof blocks)[Name]['fields']>;

/** A rule: one of these fields is written, and no second one. */
export function exactlyOne(names: readonly string[]) {
  return (value: Record<string, unknown>): FieldMistake[] => {
    if (names.filter((name) => value[name] !== undefined).length === 1) return [];
    return [{ path: [], key: 'mistakes.exactlyOne', params: { fields: names.join(', ') } }];
  };
}

function altOrDecorative(value: Record<string, unknown>): FieldMistake[] {
  return value['alt'] || value['decorative'] ? [] : [{ path: ['alt'], key: 'mistakes.alt', params: {} }];
}

type Question = BlockFields<'Quiz'>['questions'][number];

const partOfType = { choice: 'choices', order: 'items', match: 'pairs', text: 'answers' } as const;

function completeQuestions(value: Record<string, unknown>): FieldMistake[] {
  return (value['questions'] as Question[]).flatMap((question, index) => {
    const needed = partOfType[question.type];
    const path = ['questions', index, needed];
    if (question[needed] === undefined)
      return [{ path, key: 'mistakes.quizPart', params: { field: needed } }];
    if (question.type === 'choice' && !question.choices?.some((choice) => choice.right)) {
      return [{ path, key: 'mistakes.quizRight', params: {} }];
    }
    if (question.type === 'order' && (question.items?.length ?? 0) < 2) {
      return [{ path, key: 'mistakes.quizOrder', params: {} }];
    }
    return [];
  });
}

function completeVideo(value: Record<string, unknown>): FieldMistake[] {
  const mistakes = exactlyOne(['file', 'address'])(value);
  if (value['file'] && !value['captions'])
    mistakes.push({ path: ['captions'], key: 'mistakes.captions', params: {} });
  if (value['address'] && !value['host']) mistakes.push({ path: ['host'], key: 'mistakes.host', params: {} });
  return mistakes;
}
