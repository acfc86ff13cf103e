import type { Judged } from './judge.ts';
import { type Half, halfOf, placeOf, type Score, scoresByCategory } from './judged.ts';

const halfNames: Record<Half, string> = { dev: 'Tuned on', test: 'Not tuned on' };

/** The quality of each system by category, as Markdown: a table for each half. */
export function qualityReport(
  judged: Judged,
  { misses, half }: { misses: boolean; half: Half | undefined },
): string {
  const halves = (['dev', 'test'] as const).filter((one) => !half || one === half);
  return halves
    .flatMap((one) => [...table(judged, one), '', ...(misses ? missed(judged, one) : [])])
    .join('\n');
}

function table(judged: Judged, half: Half): string[] {
  const scored = [...judged.values()].map((judgements) =>
    scoresByCategory(judgements.filter(({ query }) => halfOf(query) === half)),
  );
  const rows = [...(scored[0]?.categories.keys() ?? [])].sort();
  const cells = (scores: readonly (Score | undefined)[]) =>
    scores.map((score) =>
      score ? `${part(score.success)} / ${part(score.mrr)} / ${percent(score.zero)}` : '',
    );
  const count = (name: string) => scored[0]?.categories.get(name)?.count ?? 0;
  return [
    `### ${halfNames[half]}: success@5 / MRR / no result`,
    '',
    `| category | queries | ${[...judged.keys()].join(' | ')} |`,
    `| --- | --- | ${[...judged.keys()].map(() => '---').join(' | ')} |`,
    ...rows.map(
      (name) =>
        `| ${name} | ${count(name)} | ${cells(scored.map(({ categories }) => categories.get(name))).join(' | ')} |`,
    ),
    `| **mean of categories** | ${scored[0]?.mean.count} | ${cells(scored.map(({ mean }) => mean)).join(' | ')} |`,
  ];
}

/** The queries whose right entry did not come first, for those who tune. */
function missed(judged: Judged, half: Half): string[] {
  const [own = []] = judged.values();
  return own
    .filter((one) => halfOf(one.query) === half && placeOf(one) > 1)
    .map((one) => {
      const { category, lang, q, relevant } = one.query;
      const place = Number.isFinite(placeOf(one)) ? placeOf(one) : '–';
      return `${place}\t${category}\t${lang}\t${q}\t${relevant[0]}\t→ ${one.answered.slice(0, 3).join(', ')}`;
    });
}

function part(value: number): string {
  return value.toFixed(3).replace(/^0/, '');
}

function percent(value: number): string {
  return `${(100 * value).toFixed(1)} %`;
}
