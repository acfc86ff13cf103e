import { writeFile } from 'node:fs/promises';
import { locales } from '../i18n/locales.ts';
import { fillersOf } from '../search/fillers.ts';
import { readSite } from '../site.ts';
import { type Bar, barTable, costBars, qualityBars, setBars } from './bench-search/bars.ts';
import { answersAndCost, costsOfMade } from './bench-search/browser-costs.ts';
import { costTable } from './bench-search/cost.ts';
import { type Corpus, corpusOf } from './bench-search/documents.ts';
import { halvesOf } from './bench-search/halves.ts';
import { UnusableFile } from './bench-search/json-lines.ts';
import { judge } from './bench-search/judge.ts';
import { type JudgedSet, readQueries } from './bench-search/judged.ts';
import { madeQueries } from './bench-search/made-queries.ts';
import { halfNames, misses, part, qualityReport } from './bench-search/report.ts';
import type { Judged } from './bench-search/scores.ts';
import { contentCorpus } from './bench-search/shipped.ts';
import { usage, type Wish, wishOf } from './bench-search/wish.ts';

/** What is told of a judgement, in Markdown, and the bars it comes to. */
interface Report {
  readonly text: string;
  readonly bars: readonly Bar[];
}

/**
 * `npm run bench:search`: how well the search finds, beside others, and what it costs. The exit code: 1 where a file can’t
 * be used, or where a bar is missed on our own queries.
 */
export async function run(words: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const wish = wishOf(words);
  if (!wish) {
    console.error(usage);
    return 1;
  }
  try {
    if (wish.make) {
      console.log(await made(wish, environment));
      return 0;
    }
    const { text, bars } = await reportOn(wish, environment);
    console.log(text);
    if (wish.into) await writeFile(wish.into, `# The search, judged\n\n${text.trimEnd()}\n`);
    return wish.isForeign || wish.lenient || bars.every(({ isMet }) => isMet) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof UnusableFile)) throw error;
    console.error(error.message);
    return 1;
  }
}

async function made(wish: Wish, environment: NodeJS.ProcessEnv): Promise<string> {
  const corpus = await corpusFor(wish, environment);
  const fillers = fillersOf();
  return locales
    .flatMap((lang) => madeQueries(corpus, lang, fillers).map((query) => JSON.stringify(query)))
    .join('\n');
}

async function reportOn(wish: Wish, environment: NodeJS.ProcessEnv): Promise<Report> {
  if (wish.site) {
    const set = await readQueries(wish.queries);
    const { judgements, costs } = await answersAndCost(wish.site, set.queries, environment);
    const quality = qualityOf(new Map([[wish.site, judgements]]), set, wish);
    return withBars([quality.text, costText(costs)], [...quality.bars, ...costBars(costs)]);
  }
  const corpus = await corpusFor(wish, environment);
  const set = await readQueries(wish.queries, corpus);
  const quality = qualityOf(await judge(corpus, set.queries), set, wish);
  const own = wish.isForeign ? [] : setBars(set.queries);
  const { queries } = set;
  if (wish.sizes.length === 0) return withBars([quality.text], [...own, ...quality.bars]);
  const costs = await costsOfMade(readSite(environment), wish.sizes, queries, environment);
  return withBars([quality.text, costText(costs)], [...own, ...quality.bars, ...costBars(costs)]);
}

/** How well the queries are answered; those we tuned on apart from the others, by which alone the search is judged. */
function qualityOf(judged: Judged, { queries, remarks }: JudgedSet, wish: Wish): Report {
  const told = remarks.length > 0 ? `${remarks.map((remark) => `- ${remark}`).join('\n')}\n\n` : '';
  const missed = (some: Judged) => (wish.misses ? `${misses(some).join('\n')}\n` : '');
  if (wish.isForeign)
    return {
      text: `${told}${qualityReport('All queries', judged)}${missed(judged)}`,
      bars: qualityBars(judged),
    };
  const halves = halvesOf(queries);
  const aside = `${queries.length - halves.size} queries whose right entries lie in both halves are judged in neither.`;
  const texts = (['dev', 'test'] as const)
    .filter((half) => !wish.half || half === wish.half)
    .map((half) => {
      const own = part(judged, (query) => halves.get(query) === half);
      return `${qualityReport(halfNames[half], own)}${missed(own)}`;
    });
  const untuned = part(judged, (query) => halves.get(query) === 'test');
  return { text: `${told}${texts.join('\n')}\n${aside}\n`, bars: qualityBars(untuned) };
}

function costText(costs: Parameters<typeof costTable>[0]): string {
  return costs.length > 0 ? `### What it costs\n\n${costTable(costs)}\n` : '';
}

function withBars(texts: readonly string[], bars: readonly Bar[]): Report {
  return { text: [...texts, barTable(bars)].join('\n'), bars };
}

function corpusFor({ docs }: Wish, environment: NodeJS.ProcessEnv): Promise<Corpus> {
  return docs ? corpusOf(docs) : contentCorpus(readSite(environment), environment);
}
