import { createServer } from 'node:net';
import lighthouse from 'lighthouse';
import { launchBrowser } from '../browser.ts';
import type { Marks } from './marks.ts';

/**
 * The marks of `runs` visits to `url` by a phone on 4G, as Lighthouse’s own preset simulates it, each in a new browser.
 * Says why the marks of the first visit are not full. Throws where Lighthouse can’t judge the page.
 */
export async function visit(
  url: string,
  runs: number,
  executablePath: string,
  say: (line: string) => void,
): Promise<Marks[]> {
  const marks: Marks[] = [];
  while (marks.length < runs) {
    const report = await reportOn(url, executablePath);
    if (marks.length === 0) for (const fault of faultsIn(report)) say(`  ${fault}`);
    marks.push(marksIn(report));
  }
  return marks;
}

type Report = NonNullable<Awaited<ReturnType<typeof lighthouse>>>['lhr'];

async function reportOn(url: string, executablePath: string): Promise<Report> {
  const port = await freePort();
  const browser = await launchBrowser([`--remote-debugging-port=${port}`], executablePath);
  try {
    const result = await lighthouse(url, { port, logLevel: 'error' });
    if (!result || result.lhr.runtimeError)
      throw new Error(`Lighthouse can’t judge ${url}: ${result?.lhr.runtimeError?.message ?? 'no result'}`);
    return result.lhr;
  } finally {
    await browser.close();
  }
}

function marksIn({ categories, audits }: Report): Marks {
  const mark = (name: string) => Math.round((categories[name]?.score ?? 0) * 100);
  return {
    performance: mark('performance'),
    accessibility: mark('accessibility'),
    bestPractices: mark('best-practices'),
    seo: mark('seo'),
    largestPaint: audits['largest-contentful-paint']?.numericValue ?? Number.POSITIVE_INFINITY,
    layoutShift: audits['cumulative-layout-shift']?.numericValue ?? Number.POSITIVE_INFINITY,
  };
}

/** What costs marks outside of speed, which varies. */
function faultsIn({ categories, audits }: Report): string[] {
  return ['accessibility', 'best-practices', 'seo'].flatMap((category) =>
    (categories[category]?.auditRefs ?? [])
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
      .map(({ id }) => `${category}: ${audits[id]?.title ?? id}`),
  );
}

/** A port that nobody listens on, as far as this machine knows. */
function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });
}
