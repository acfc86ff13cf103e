import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { locales } from '../i18n/locales.ts';
import { fillersOf } from '../search/fillers.ts';
import { readSite } from '../site.ts';
import { askSite } from './bench-search/built-site.ts';
import { type Cost, costTable } from './bench-search/cost.ts';
import { type Corpus, corpusOf } from './bench-search/documents.ts';
import { generatedQueries, generatedRecords } from './bench-search/generated.ts';
import { costOfIndex } from './bench-search/in-browser.ts';
import { UnusableFile } from './bench-search/json-lines.ts';
import { judge } from './bench-search/judge.ts';
import { halfOf, readQueries } from './bench-search/judged.ts';
import { madeQueries } from './bench-search/made-queries.ts';
import { qualityReport } from './bench-search/report.ts';
import { contentCorpus } from './bench-search/shipped.ts';

const usage = `Usage: npm run bench:search -- [options]
  --docs FILE.jsonl     other documents: id, lang, title, text; also summary, type, code, topics, keywords, synonyms, titles
  --queries FILE.jsonl  other queries: q, lang, relevant (ids), and category
  --site FOLDER         asks a built site in Chromium; an id is the end of a page’s address
  --half dev|test       only the queries that were tuned on, or only the others
  --misses              lists the queries whose right answer did not come first
  --cost 1000,4000      so many generated pages; 0 for none (1000,4000,10000)
  --into FILE.md        writes the tables to a file too
  --make                prints queries made by rule from the documents, and does nothing else`;

interface Wish {
  readonly docs: string | undefined;
  readonly queries: string;
  readonly site: string | undefined;
  readonly half: 'dev' | 'test' | undefined;
  readonly misses: boolean;
  readonly sizes: readonly number[];
  readonly into: string | undefined;
  readonly make: boolean;
}

/** `npm run bench:search`: how well the search finds, beside others, and what it costs. The exit code. */
export async function run(words: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const wish = wishOf(words);
  if (!wish) {
    console.error(usage);
    return 1;
  }
  try {
    const text = await reportOn(wish, environment);
    console.log(text);
    if (wish.into) await writeFile(wish.into, `# The search, judged\n\n${text}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof UnusableFile)) throw error;
    console.error(error.message);
    return 1;
  }
}

function wishOf(words: readonly string[]): Wish | undefined {
  const text = { type: 'string' } as const;
  const options = { docs: text, queries: text, site: text, half: text, cost: text, into: text } as const;
  const flag = { type: 'boolean' } as const;
  try {
    const { values } = parseArgs({ args: [...words], options: { ...options, misses: flag, make: flag } });
    const sizes = (values.cost ?? (values.docs || values.site ? '0' : '1000,4000,10000'))
      .split(',')
      .map(Number);
    const { docs, site, half, into } = values;
    if (sizes.some((size) => !Number.isInteger(size) || size < 0 || (size > 0 && size < 100)))
      return undefined;
    if (half !== undefined && half !== 'dev' && half !== 'test') return undefined;
    if (docs && !values.queries && !values.make) return undefined;
    return {
      docs,
      site,
      half,
      into,
      queries: values.queries ?? 'bench/search/queries.jsonl',
      misses: values.misses ?? false,
      make: values.make ?? false,
      sizes: sizes.filter((size) => size > 0),
    };
  } catch {
    return undefined;
  }
}

async function reportOn(wish: Wish, environment: NodeJS.ProcessEnv): Promise<string> {
  if (wish.make) {
    const fillers = fillersOf();
    const corpus = await corpusFor(wish, environment);
    return locales
      .flatMap((lang) => madeQueries(corpus, lang, fillers).map((query) => JSON.stringify(query)))
      .join('\n');
  }
  const queries = (await readQueries(wish.queries)).filter(
    (query) => !wish.half || halfOf(query) === wish.half,
  );
  if (wish.site) {
    const { judgements, cost } = await askSite(wish.site, queries, environment);
    return `${qualityReport(new Map([[wish.site, judgements]]), wish)}\n${costTable([cost])}`;
  }
  const corpus = await corpusFor(wish, environment);
  const quality = qualityReport(await judge(corpus, queries), wish);
  const costs: Cost[] = [];
  for (const pages of wish.sizes) {
    const records = generatedRecords(corpus.recordsIn('fr'), pages);
    costs.push(await costOfIndex(records, generatedQueries(records), environment));
  }
  return costs.length > 0 ? `${quality}\n### What it costs\n\n${costTable(costs)}` : quality;
}

function corpusFor({ docs }: Wish, environment: NodeJS.ProcessEnv): Promise<Corpus> {
  return docs ? corpusOf(docs) : contentCorpus(readSite(environment), environment);
}
