import type { Half } from './halves.ts';
import type { JudgedQuery } from './judged.ts';
import { type Judged, placeOf, type Score, scoresBy } from './scores.ts';

export const halfNames: Record<Half, string> = { dev: 'Tuned on', test: 'Not tuned on' };

/** The quality of each system under a heading, as Markdown: a table by category, and one by language. */
export function qualityReport(title: string, judged: Judged): string {
  return [
    ...table(`${title}: success@5 / MRR / no result`, 'category', judged, ({ category }) => category),
    ...table(`${title}, by language`, 'language', judged, ({ lang }) => lang),
  ].join('\n');
}

/** `judged` with the queries alone that `isWanted` says. */
export function part(judged: Judged, isWanted: (query: JudgedQuery) => boolean): Judged {
  return new Map(
    [...judged].map(([name, judgements]) => [name, judgements.filter(({ query }) => isWanted(query))]),
  );
}

function table(
  title: string,
  groupName: string,
  judged: Judged,
  nameOf: (query: JudgedQuery) => string,
): string[] {
  const scored = [...judged.values()].map((judgements) => scoresBy(judgements, nameOf));
  const [own] = scored;
  const cells = (scores: readonly (Score | undefined)[]) => scores.map(cell).join(' | ');
  return [
    `### ${title}`,
    '',
    `| ${groupName} | queries | ${[...judged.keys()].join(' | ')} |`,
    `| --- | --- | ${[...judged.keys()].map(() => '---').join(' | ')} |`,
    ...[...(own?.groups ?? [])].map(
      ([name, { count }]) =>
        `| ${name} | ${count} | ${cells(scored.map(({ groups }) => groups.get(name)))} |`,
    ),
    `| **mean** | ${own?.mean.count} | ${cells(scored.map(({ mean }) => mean))} |`,
    '',
  ];
}

function cell(score: Score | undefined): string {
  return score ? `${decimal(score.success)} / ${decimal(score.mrr)} / ${percent(score.zero)}` : '';
}

/** The queries whose right entry did not come first, for those who tune. */
export function misses(judged: Judged): string[] {
  const [own = []] = judged.values();
  return own
    .filter((one) => placeOf(one) > 1)
    .map((one) => {
      const { category, lang, q, relevant } = one.query;
      const place = Number.isFinite(placeOf(one)) ? placeOf(one) : '–';
      return `${place}\t${category}\t${lang}\t${q}\t${relevant[0]}\t→ ${one.answered.slice(0, 3).join(', ')}`;
    });
}

/** .988; never rounded up to a bar. */
export function decimal(value: number): string {
  return (Math.floor(value * 1000 + 1e-9) / 1000).toFixed(3).replace(/^0/, '');
}

export function percent(value: number): string {
  return `${(100 * value).toFixed(1)} %`;
}
