type Fields = Record<string, unknown>;

/** A block with lists or long texts as Markdown within HTML: every text of its fields, in their order. */
export function fenceAsHtml(name: string, fields: Fields): string {
  const writer = writers[name.toLowerCase()];
  if (!writer)
    throw new Error(`Write in src/commands/bench/plain-fences.ts how “${name}” looks in plain HTML.`);
  return `\n\n<section class="${name.toLowerCase()}">\n\n${writer(fields)}\n\n</section>\n\n`;
}

const writers: Readonly<Record<string, (fields: Fields) => string>> = {
  steps: ({ title, steps }) =>
    lines(
      strong(title),
      list(
        'ol',
        fieldsOf(steps).map((step) => lines(strong(step['title']), step['text'])),
      ),
    ),
  checklist: ({ title, items }) => lines(strong(title), list('ul', textsOf(items).map(plainText))),
  quiz: ({ title, questions }) => lines(strong(title), list('ol', fieldsOf(questions).map(question))),
  reflection: ({ question: asked, hint }) => lines(asked, hint),
  flashcards: ({ title, cards }) =>
    lines(
      strong(title),
      list(
        'ul',
        fieldsOf(cards).map(({ front, back }) => lines(strong(front), back)),
      ),
    ),
  compare: ({ firstTitle, first, secondTitle, second }) =>
    lines(
      strong(firstTitle),
      list('ul', textsOf(first).map(plainText)),
      strong(secondTitle),
      list('ul', textsOf(second).map(plainText)),
    ),
  video: medium,
  audio: medium,
};

function question({ question: asked, choices, items, pairs, answers, explanation }: Fields): string {
  return lines(
    asked,
    list(
      'ul',
      fieldsOf(choices).map((choice) => lines(plainText(choice['text']), choice['explanation'])),
    ),
    list('ul', textsOf(items).map(plainText)),
    list(
      'ul',
      fieldsOf(pairs).map(({ left, right }) => `${plainText(left)} – ${plainText(right)}`),
    ),
    list('ul', textsOf(answers).map(plainText)),
    explanation,
  );
}

function medium({ title, file, address, transcript }: Fields): string {
  return lines(`<p><a href="${file ?? address}">${escapedHtml(String(title))}</a></p>`, transcript);
}

/** A text for the inside of an element or an attribute. */
export function escapedHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/"/g, '&quot;')
    .replace(/[{}]/g, (brace) => (brace === '{' ? '&#123;' : '&#125;'));
}

/** A text without markup where Markdown is read: its signs mean themselves. */
function plainText(text: unknown): string {
  return String(text).replace(/[\\`*_{}[\]<>#|!~]/g, '\\$&');
}

function strong(text: unknown): string {
  return text ? `**${plainText(text)}**` : '';
}

function list(name: 'ol' | 'ul', items: readonly string[]): string {
  if (items.length === 0) return '';
  return lines(`<${name}>`, ...items.map((item) => `<li>\n\n${item}\n\n</li>`), `</${name}>`);
}

function lines(...parts: readonly unknown[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}

function fieldsOf(value: unknown): Fields[] {
  return (value ?? []) as Fields[];
}

function textsOf(value: unknown): string[] {
  return (value ?? []) as string[];
}
