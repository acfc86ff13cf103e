import { palette } from './palette.ts';
import { arch, archLine, disc, person } from './shapes.ts';
import { signatureOf } from './signature.ts';
import { type TopicIcon, topicIcons } from './topic-icons.ts';

/** How many covers a topic has; a course's code chooses one of them for good. */
export const coversPerTopic = 12;

interface Colours {
  readonly ground: string;
  readonly deep: string;
  readonly soft: readonly [string, string, string];
  readonly figures: readonly [string, string];
}

const { white, river900, river700, river300, river200, river100 } = palette;
const { stone700, stone600, stone500, stone300, stone200, stone100, moss700, moss300, moss100 } = palette;
const water: Colours = {
  ground: river100,
  deep: river700,
  soft: [white, river200, stone200],
  figures: [stone500, river900],
};
const sand: Colours = {
  ground: stone100,
  deep: stone600,
  soft: [stone200, stone300, white],
  figures: [river700, stone700],
};
const leaf: Colours = {
  ground: moss100,
  deep: moss700,
  soft: [moss300, white, stone200],
  figures: [stone500, river900],
};
const night: Colours = {
  ground: river900,
  deep: river700,
  soft: [river300, stone300, river100],
  figures: [stone500, river100],
};

const coloursOf: Readonly<Record<TopicIcon, Colours>> = {
  'digital-work': water,
  'data-protection': night,
  cybersecurity: { ...night, ground: river700, deep: river900 },
  'artificial-intelligence': { ...water, ground: stone200, soft: [white, river200, stone100] },
  'accessibility-and-web': leaf,
  'public-management': sand,
  'communication-and-languages': { ...water, ground: stone100, soft: [river200, stone200, white] },
  'training-and-pedagogy': { ...leaf, ground: stone100 },
};

/** Heights of the six arches of a row; a zero leaves room for the large one, which is two wide. */
const rows = [
  [0, 0, 300, 420, 220, 340],
  [260, 0, 0, 360, 240, 430],
  [380, 240, 0, 0, 320, 200],
  [220, 400, 300, 0, 0, 260],
] as const;

/** Where the sum of a code begins: chosen so that no two courses of the demonstration have the same cover in a topic. */
const start = 2_166_159_145;

/** Which of its topic's covers a course has: the same for the same code, always. */
export function coverNumberOf(code: string): number {
  let sum = start;
  for (const character of code) sum = Math.imul(sum ^ (character.codePointAt(0) ?? 0), 16_777_619);
  return (sum >>> 0) % coversPerTopic;
}

/** The cover of a course: 1200 × 630, an SVG file. */
export function coverOf(topic: TopicIcon, code: string): string {
  return drawCover(topic, coverNumberOf(code));
}

/** The `number`th cover of a topic, from 0; `isSigned` adds the word mark, for pictures that travel alone. */
export function drawCover(topic: TopicIcon, number: number, isSigned = false): string {
  const colours = coloursOf[topic];
  const row = rows[number % rows.length] ?? rows[0];
  const turn = Math.floor(number / rows.length);
  const large = row.indexOf(0) * 200 + 200;
  const small = row
    .map((height, index) => (height === 0 ? '' : smallArch(index, height, turn, colours)))
    .join('');
  const sun = isSigned
    ? ''
    : disc(large < 600 ? 1010 : 190, 108 + turn * 14, 58, colours.soft[(turn + 2) % 3] ?? white);
  const motif = `<g transform="translate(${large - 120} 300) scale(5)" fill="none" stroke="${white}" stroke-width="2.8" stroke-linecap="round" stroke-linejoin="round">${topicIcons[topic]}</g>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630"><path fill="${colours.ground}" d="M0 0h1200v630H0z"/>` +
    `${sun}${small}${arch(large, 630, 400, 540, colours.deep)}${motif}${isSigned ? signatureOf(large < 600 ? 'end' : 'start') : ''}</svg>`
  );
}

/** One of the row: alternately filled, with an arch within, or with someone under it. */
function smallArch(index: number, height: number, turn: number, { deep, soft, figures }: Colours): string {
  const x = index * 200 + 100;
  const fill = soft[(index + turn) % 3] ?? white;
  const kind = (index + turn) % 3;
  const outer = arch(x, 630, 200, height, fill);
  if (kind === 0)
    return (
      outer + person(x, 630, 84, figures[turn % 2] ?? deep, figures[(turn + 1) % 2] ?? deep, height * 0.3)
    );
  if (kind === 1) return outer + archLine(x, 630, 104, height - 60, deep, 16);
  return outer + arch(x, 630, 110, height - 70, soft[(index + turn + 1) % 3] ?? white);
}

/** The name of a course's cover among the files of the site: data-protection-7. */
export function coverName(topic: TopicIcon, code: string): string {
  return `${topic}-${coverNumberOf(code)}`;
}
