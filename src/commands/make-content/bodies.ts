import type { Chance } from './chance.ts';
import type { Words } from './words.ts';

/** What a body names: pages by their address, a term of the glossary, a picture. */
export interface Named {
  readonly links: readonly string[];
  readonly term: string | undefined;
  readonly picture: string | undefined;
}

/** A course’s body, some 400 words: sections, a list, a table, a link or two, one to three blocks. */
export function courseBody(words: Words, chance: Chance, { links, term, picture }: Named): string {
  const section = (): string => `## ${words.title()}\n\n${words.paragraph(chance.between(3, 5))}`;
  const blocks = [callout, steps, details];
  const parts = [
    section(),
    bullets(words, chance),
    section(),
    ...links.map((link) => `${words.sentence()} [${words.title()}](${link})`),
    ...(chance.happens(0.3) ? [table(words, chance)] : []),
    ...(term ? [`${words.sentence()} <Term id="${term}">${words.word()}</Term> ${words.sentence()}`] : []),
    ...(picture
      ? [`<Figure src="${picture}" alt="${words.sentence(10)}" caption="${words.title()}" />`]
      : []),
    ...chance.someOf(blocks, chance.between(1, 3)).map((block) => block(words, chance)),
    section(),
    words.paragraph(3),
  ];
  return parts.join('\n\n');
}

/** A module’s body: longer, with a block the reader takes part in after each section. */
export function moduleBody(words: Words, chance: Chance): string {
  const activities = [quiz, flashcards, checklist, steps, details, callout];
  return chance
    .someOf(activities, 4)
    .map((activity) => `## ${words.title()}\n\n${words.paragraph(7)}\n\n${activity(words, chance)}`)
    .join('\n\n');
}

/** A news entry’s body or a path’s: a few paragraphs. */
export function shortBody(words: Words): string {
  return `${words.paragraph(4)}\n\n## ${words.title()}\n\n**${words.word()}** ${words.paragraph(4)}`;
}

function bullets(words: Words, chance: Chance): string {
  return Array.from({ length: chance.between(3, 6) }, () => `- ${words.sentence(10)}`).join('\n');
}

function table(words: Words, chance: Chance): string {
  const row = (): string => `| ${words.word()} | ${words.sentence(9)} |`;
  return ['| A | B |', '| --- | --- |', ...Array.from({ length: chance.between(3, 6) }, row)].join('\n');
}

function callout(words: Words, chance: Chance): string {
  const kind = chance.oneOf(['note', 'tip', 'warning', 'example']);
  return `<Callout kind="${kind}" title="${words.title()}">\n\n${words.paragraph(2)}\n\n</Callout>`;
}

function details(words: Words): string {
  return `<Details summary="${words.title()}">\n\n${words.paragraph(2)}\n\n</Details>`;
}

function steps(words: Words, chance: Chance): string {
  return fence('steps', {
    title: words.title(),
    steps: times(chance.between(3, 5), () => ({ title: words.title(), text: words.sentence() })),
  });
}

function checklist(words: Words, chance: Chance): string {
  return fence('checklist', {
    title: words.title(),
    items: times(chance.between(4, 7), () => words.sentence(9)),
  });
}

function flashcards(words: Words, chance: Chance): string {
  return fence('flashcards', {
    title: words.title(),
    cards: times(chance.between(3, 6), () => ({ front: words.title(), back: words.sentence() })),
  });
}

function quiz(words: Words, chance: Chance): string {
  const choices = () =>
    times(3, (index) => ({
      text: `${words.title()} ${index + 1}`,
      ...(index === 0 && { right: true }),
      explanation: words.sentence(10),
    }));
  return fence('quiz', {
    title: words.title(),
    questions: times(chance.between(2, 4), () => ({
      type: 'choice',
      question: words.sentence(12),
      choices: choices(),
    })),
  });
}

function fence(name: string, fields: Record<string, unknown>): string {
  const lines = Object.entries(fields).map(([field, value]) => `${field}: ${JSON.stringify(value)}`);
  return `\`\`\`${name}\n${lines.join('\n')}\n\`\`\``;
}

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
