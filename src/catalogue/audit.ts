import type { AuditView } from './catalogue.ts';

export type Verdict = AuditView['facts']['results'][number]['verdict'];
export type Conformance = 'total' | 'partial' | 'none';

/** What the accessibility statement says, drawn from the assessments. */
export interface AccessibilityStatement {
  readonly audit: AuditView;
  /** The day of the first assessment: since then there has been a statement. */
  readonly created: string;
  readonly conformance: Conformance;
  readonly counts: Readonly<Record<Verdict, number>>;
  /** The results of the newest assessment, by theme: its number, then its criteria in order. */
  readonly themes: ReadonlyMap<string, AuditView['facts']['results']>;
}

/** The statement that `audits`, the newest first, allow; undefined where there is none. */
export function accessibilityStatementOf(audits: readonly AuditView[]): AccessibilityStatement | undefined {
  const [audit] = audits;
  if (!audit) return undefined;
  const { results } = audit.facts;
  const count = (verdict: Verdict) => results.filter((result) => result.verdict === verdict).length;
  const counts = {
    met: count('met'),
    'not-met': count('not-met'),
    'not-applicable': count('not-applicable'),
    'to-check': count('to-check'),
  };
  return {
    audit,
    created: audits.at(-1)?.facts.date ?? audit.facts.date,
    conformance: conformanceOf(counts),
    counts,
    themes: Map.groupBy(results, ({ criterion }) => criterion.split('.')[0] ?? ''),
  };
}

/** Total where all that applies is met; partial from a half on. What nobody has checked does not count as met. */
function conformanceOf(counts: Readonly<Record<Verdict, number>>): Conformance {
  const applicable = counts.met + counts['not-met'] + counts['to-check'];
  if (counts.met === applicable) return 'total';
  return counts.met * 2 >= applicable ? 'partial' : 'none';
}
