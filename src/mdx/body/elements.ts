import { typography } from '../typography.ts';
import { addressMistake, isMediaImage } from './address.ts';
import { isNotesTitle, levelOf } from './headings.ts';
import { type Node, placeOf, type Surroundings, type Walk, wordsIn } from './walk.ts';
import { escapeAttribute, type SegmentWriter } from './writer.ts';

const phrasingElements: ReadonlySet<string> = new Set(['p', 'a', 'em', 'strong', 'del', 'sup', 'code']);
const plainElements: ReadonlySet<string> = new Set([
  'p',
  'em',
  'strong',
  'del',
  'blockquote',
  'ul',
  'ol',
  'li',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
  'code',
  'sup',
  'section',
]);

/** An element that Markdown has made. */
export function writeElement(node: Node, walk: Walk, writer: SegmentWriter, around: Surroundings): void {
  const { tagName: name = '', properties = {} } = node;
  const inner = () =>
    walk.write(node.children ?? [], walk, writer, {
      phrasing: around.phrasing || phrasingElements.has(name),
      code: around.code || name === 'code',
    });
  const wrap = (start: string, end: string) => {
    writer.html(start);
    inner();
    writer.html(end);
  };
  if (levelOf(node) !== undefined) writeHeading(node, walk, writer);
  else if (isNotesTitle(node)) {
    const level = levelAt(2 - walk.shift, walk);
    wrap(`<h${level} id="${walk.notePrefix}footnote-label">`, `</h${level}>`);
  } else if (name === 'a') writeLink(node, walk, wrap, inner);
  else if (name === 'img') writeImage(node, walk, writer);
  else if (name === 'br' || name === 'hr') writer.html(`<${name}>`);
  else if (name === 'input') writer.html(taskState(properties.checked === true, walk));
  else if (name === 'pre') wrap('<pre tabindex="0">', '</pre>');
  else if (name === 'table') {
    const name = `${walk.strings().t('mdx.table')}: ${columnsIn(node).join(', ')}`;
    const label = escapeAttribute(typography(name, walk.locale));
    wrap(`<section class="table-scroll" aria-label="${label}" tabindex="0"><table>`, '</table></section>');
  } else if (plainElements.has(name)) wrap(`<${name}${attributesOf(node)}>`, `</${name}>`);
  else inner();
}

/** What stands above the columns of a table: a part of the page that scrolls is told from others by it. */
function columnsIn(table: Node): string[] {
  const row = table.children?.find(({ tagName }) => tagName === 'thead')?.children ?? [];
  const cells = row.flatMap(({ children = [] }) => children).filter(({ tagName }) => tagName === 'th');
  return cells.map((cell) => wordsIn(cell).trim()).filter(Boolean);
}

function levelAt(level: number, { shift }: Walk): number {
  return Math.min(6, Math.max(1, level + shift));
}

function writeHeading(node: Node, walk: Walk, writer: SegmentWriter): void {
  const level = levelAt(levelOf(node) as number, walk);
  const words = wordsIn(node).replace(/\s+/g, ' ').trim();
  const id = walk.anchors.give(words, 'section');
  const text = typography(words, walk.locale);
  walk.headings.push({ level, text, id });
  writer.html(`<h${level} id="${id}">`);
  walk.write(node.children ?? [], walk, writer, { phrasing: true });
  writer.html(`</h${level}>`);
}

type Wrap = (start: string, end: string) => void;

function writeLink(node: Node, walk: Walk, wrap: Wrap, inner: () => void): void {
  const { properties = {} } = node;
  const address = String(properties.href ?? '');
  const place = placeOf(node, walk);
  if (properties.dataFootnoteRef !== undefined) {
    const id = escapeAttribute(String(properties.id));
    wrap(
      `<a href="${escapeAttribute(address)}" id="${id}" aria-describedby="${walk.notePrefix}footnote-label">`,
      '</a>',
    );
    return;
  }
  if (properties.dataFootnoteBackref !== undefined) {
    const label = escapeAttribute(String(properties.ariaLabel ?? ''));
    wrap(`<a href="${escapeAttribute(address)}" class="footnote-back" aria-label="${label}">`, '</a>');
    return;
  }
  if (wordsIn(node).trim() === '' && !(node.children ?? []).some(({ type }) => type.startsWith('mdxJsx'))) {
    walk.mistake(place, 'mistakes.mdx.linkText', { address });
  }
  const mistake = addressMistake(address);
  if (mistake) {
    walk.mistake(place, mistake, { address });
    inner();
    return;
  }
  walk.links.push({ address, ...place });
  const title = properties.title ? ` title="${escapeAttribute(String(properties.title))}"` : '';
  wrap(`<a href="${escapeAttribute(address)}"${title}>`, '</a>');
}

function writeImage(node: Node, walk: Walk, writer: SegmentWriter): void {
  const { src, alt, title } = node.properties ?? {};
  const place = placeOf(node, walk);
  const address = String(src ?? '');
  if (!alt) walk.mistake(place, 'mistakes.mdx.alt', { address });
  if (!isMediaImage(address)) {
    walk.mistake(place, 'mistakes.mdx.image', { address });
    return;
  }
  walk.images.push({ address, ...place });
  writer.segment({
    kind: 'image',
    src: address,
    alt: String(alt ?? ''),
    ...(title ? { title: String(title) } : {}),
  });
}

function taskState(isDone: boolean, { strings }: Walk): string {
  const label = escapeAttribute(strings().t(isDone ? 'mdx.taskDone' : 'mdx.taskOpen'));
  return `<span class="task-state" role="img" aria-label="${label}">${isDone ? '☑' : '☐'}</span>`;
}

const aligned: Readonly<Record<string, string>> = {
  left: 'align-start',
  center: 'align-center',
  right: 'align-end',
};

function attributesOf({ tagName: name, properties = {} }: Node): string {
  const classes = ([] as unknown[]).concat(properties.className ?? []).map(String);
  const [, side = ''] = /^text-align: (left|center|right)$/.exec(String(properties.style ?? '')) ?? [];
  if (aligned[side]) classes.push(aligned[side]);
  let attributes = '';
  if (name === 'th') attributes += ' scope="col"';
  if (name === 'ol' && typeof properties.start === 'number') attributes += ` start="${properties.start}"`;
  if (name === 'li' && properties.id) attributes += ` id="${escapeAttribute(String(properties.id))}"`;
  if (classes.length > 0) attributes += ` class="${escapeAttribute(classes.join(' '))}"`;
  return attributes;
}
