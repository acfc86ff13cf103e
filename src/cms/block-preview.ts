import type { BlockName } from '../schema/blocks.ts';
import type { BlockValues } from './blocks.ts';
import type { EditorWords } from './words.ts';

type Values = Readonly<Record<string, unknown>>;

/**
 * A block as its page will show it, as far as that goes without a build: the site’s own elements and classes, with the
 * words that are there. What scripts add, and titles of other entries, only the page has.
 */
export function blockPreview(name: BlockName, values: BlockValues, words: EditorWords): string {
  const { children, ...fields } = values;
  const text = prose(children);
  const inner = previews[name]?.(fields, text, words) ?? '';
  return name === 'Term' ? inner : `<div data-block="${name}">${inner}</div>`;
}

type Preview = (fields: Values, text: string, words: EditorWords) => string;

const previews: Readonly<Record<BlockName, Preview>> = {
  Callout: ({ kind, title }, text, words) => {
    const name = kind ? words.option(['Callout', 'kind'], String(kind)) : '';
    const heading = `<p class="title">${plain(title || name)}</p>`;
    return `<div class="callout ${plain(kind)}">${heading}<div class="stack">${text}</div></div>`;
  },
  Details: ({ summary }, text) =>
    `<details class="details" open><summary>${plain(summary)}</summary><div class="stack">${text}</div></details>`,
  Figure: ({ src, alt, caption, credit }) => {
    const words = [caption, credit].filter(Boolean).map(plain).join(' – ');
    const picture = src ? `<img src="${plain(src)}" alt="${plain(alt)}">` : '';
    return `<figure>${picture}${words && `<figcaption>${words}</figcaption>`}</figure>`;
  },
  Download: ({ title }) => `<p class="download"><a>${plain(title)}</a></p>`,
  Embed: ({ course, session, module }, _text, words) =>
    frame(words.t('cms.block.Embed'), '', `<p><strong>${plain(course || session || module)}</strong></p>`),
  Term: (_fields, text) => `<dfn>${text.replace(/^<p>|<\/p>$/g, '')}</dfn>`,
  Steps: ({ title, steps }, _text, words) =>
    frame(
      words.t('cms.block.Steps'),
      title,
      `<ol class="steps">${each(steps, (step) => `<p class="title">${plain(step['title'])}</p>${prose(step['text'])}`)}</ol>`,
    ),
  Checklist: ({ title, items }, _text, words) =>
    frame(
      words.t('cms.block.Checklist'),
      title,
      `<ul class="plain ticks">${lines(items, '<input type="checkbox"> ')}</ul>`,
    ),
  Quiz: ({ title, questions }, _text, words) =>
    frame(words.t('cms.block.Quiz'), title, `<ol>${each(questions, question)}</ol>`),
  Reflection: ({ question: asked, hint }, _text, words) =>
    frame(
      words.t('cms.block.Reflection'),
      '',
      `<div class="stack asked">${prose(asked)}</div>${prose(hint)}`,
    ),
  Flashcards: ({ title, cards }, _text, words) => {
    const card = (side: Values) =>
      `<details open><summary>${plain(side['front'])}</summary>${prose(side['back'])}</details>`;
    return frame(words.t('cms.block.Flashcards'), title, `<ul class="plain cards">${each(cards, card)}</ul>`);
  },
  Compare: ({ firstTitle, first, secondTitle, second }) => {
    const side = (title: unknown, items: unknown) =>
      `<div class="side"><p><strong>${plain(title)}</strong></p><ul>${lines(items)}</ul></div>`;
    return `<div class="compare">${side(firstTitle, first)}${side(secondTitle, second)}</div>`;
  },
  Video: ({ title, host, transcript }, _text, words) =>
    frame([words.t('cms.block.Video'), host].filter(Boolean).join(' – '), title, prose(transcript)),
  Audio: ({ title, transcript }, _text, words) => frame(words.t('cms.block.Audio'), title, prose(transcript)),
};

function frame(kind: unknown, title: unknown, inner: string): string {
  const heading = title
    ? `<p class="kind">${plain(kind)}</p><h3>${plain(title)}</h3>`
    : `<h3 class="kind">${plain(kind)}</h3>`;
  return `<div class="block">${heading}${inner}</div>`;
}

function question(values: Values): string {
  const { choices, items, pairs } = values;
  const choice = ({ text, right }: Values) => `${right ? '✓ ' : ''}${plain(text)}`;
  const pair = ({ left, right }: Values) => `${plain(left)} – ${plain(right)}`;
  const answers = [each(choices, choice), lines(items), each(pairs, pair), lines(values['answers'])].join('');
  return `${prose(values['question'])}<ul>${answers}</ul>${prose(values['explanation'])}`;
}

function each(list: unknown, write: (item: Values) => string): string {
  const items = Array.isArray(list) ? (list as (Values | null)[]) : [];
  return items.map((item) => `<li>${write(item ?? {})}</li>`).join('');
}

function lines(list: unknown, before = ''): string {
  const items = Array.isArray(list) ? list : [];
  return items.map((item) => `<li>${before}${plain(item)}</li>`).join('');
}

/** Paragraphs and plain lists of a text; its other marks are left to the page. */
function prose(text: unknown): string {
  const parts = String(text ?? '')
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== '');
  return parts
    .map((part) => {
      const points = part.split('\n').filter((line) => line.trim() !== '');
      if (!points.every((line) => /^\s*[-*] /.test(line))) return `<p>${marked(part)}</p>`;
      return `<ul>${points.map((line) => `<li>${marked(line.replace(/^\s*[-*] /, ''))}</li>`).join('')}</ul>`;
    })
    .join('');
}

function marked(text: string): string {
  return plain(text)
    .replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>')
    .replace(/(?<![*\w])\*([^*\n]+)\*(?!\w)/g, '<em>$1</em>')
    .replace(/\[([^\]]+)\]\([^)\s]+\)/g, '<a>$1</a>')
    .replace(/\\(?=[^\w\s])/g, '');
}

function plain(text: unknown): string {
  return String(text ?? '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;');
}
