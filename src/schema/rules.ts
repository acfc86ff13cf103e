import { criteria } from './audit.ts';
import { exactlyOne } from './blocks.ts';
import type { CollectionName } from './collections.ts';
import type { FieldMistake } from './mistakes.ts';

/** What an entry's fields can't say one by one: `value` holds the facts and one language's texts. */
type Rule = (value: Record<string, unknown>) => FieldMistake[];

interface Meeting {
  readonly date: string;
  readonly start: string;
  readonly end: string;
}

/** The rules of a collection's entries, after each field is right by itself. */
export const rules: Partial<Record<CollectionName, readonly Rule[]>> = {
  courses: [someHours, publishedFromBeforeUntil, imageHasAlt('image', 'imageAlt')],
  sessions: [meetingsInOrder, enrolmentInOrder, cancelledWithReason, placeFitsForm],
  exchanges: [meetingsInOrder, enrolmentInOrder, cancelledWithReason, placeFitsForm],
  modules: [publishedFromBeforeUntil],
  paths: [publishedFromBeforeUntil, stepsLeadSomewhere, oneReasonAStep],
  people: [imageHasAlt('photo', 'photoAlt')],
  news: [imageHasAlt('image', 'imageAlt')],
  synonyms: [termsDiffer],
  audits: [eachCriterionOnce, verdictsHaveGrounds],
};

function someHours(value: Record<string, unknown>): FieldMistake[] {
  const hours = Object.values((value['hours'] ?? {}) as Record<string, number>);
  return hours.some((part) => part > 0) ? [] : [{ path: ['hours'], key: 'mistakes.someHours', params: {} }];
}

function publishedFromBeforeUntil(value: Record<string, unknown>): FieldMistake[] {
  const [from, until] = [value['publishOn'], value['unpublishOn']] as (string | undefined)[];
  return from && until && from >= until
    ? [{ path: ['unpublishOn'], key: 'mistakes.dateAfter', params: { date: from } }]
    : [];
}

function meetingsInOrder(value: Record<string, unknown>): FieldMistake[] {
  const meetings = value['meetings'] as Meeting[];
  return meetings.flatMap((meeting, index) => {
    const path = ['meetings', index];
    const found: FieldMistake[] = [];
    if (meeting.start >= meeting.end) {
      found.push({ path: [...path, 'end'], key: 'mistakes.timeAfter', params: { time: meeting.start } });
    }
    const earlier = meetings[index - 1];
    if (earlier && `${meeting.date}T${meeting.start}` < `${earlier.date}T${earlier.end}`) {
      found.push({
        path: [...path, 'date'],
        key: 'mistakes.meetingsOverlap',
        params: { date: earlier.date, time: earlier.end },
      });
    }
    return found;
  });
}

function enrolmentInOrder(value: Record<string, unknown>): FieldMistake[] {
  const [opens, closes] = [value['enrolmentOpens'], value['enrolmentCloses']] as (string | undefined)[];
  const [first] = value['meetings'] as Meeting[];
  const found: FieldMistake[] = [];
  if (opens && closes && opens >= closes) {
    found.push({ path: ['enrolmentCloses'], key: 'mistakes.dateAfter', params: { date: opens } });
  }
  if (closes && first && closes > `${first.date}T${first.end}`) {
    found.push({
      path: ['enrolmentCloses'],
      key: 'mistakes.closesBeforeEnd',
      params: { date: `${first.date}T${first.end}` },
    });
  }
  return found;
}

function cancelledWithReason(value: Record<string, unknown>): FieldMistake[] {
  return value['cancelled'] && !value['reason']
    ? [{ path: ['reason'], key: 'mistakes.cancelReason', params: {} }]
    : [];
}

function placeFitsForm(value: Record<string, unknown>): FieldMistake[] {
  if (value['form'] === 'online' || value['venue']) return [];
  return [{ path: ['venue'], key: 'mistakes.venueNeeded', params: {} }];
}

function stepsLeadSomewhere(value: Record<string, unknown>): FieldMistake[] {
  const steps = value['steps'] as Record<string, unknown>[];
  return steps.flatMap((step, index) =>
    exactlyOne(['course', 'module'])(step).map((mistake) => ({ ...mistake, path: ['steps', index] })),
  );
}

function oneReasonAStep(value: Record<string, unknown>): FieldMistake[] {
  const [reasons, steps] = [value['reasons'], value['steps']] as (unknown[] | undefined)[];
  if (!reasons || reasons.length === steps?.length) return [];
  return [
    {
      path: ['reasons'],
      key: 'mistakes.reasons',
      params: { steps: steps?.length ?? 0, reasons: reasons.length },
    },
  ];
}

function termsDiffer(value: Record<string, unknown>): FieldMistake[] {
  const seen = new Set([String(value['title']).toLowerCase()]);
  return (value['terms'] as string[]).flatMap((term, index) => {
    const isRepeated = seen.has(term.toLowerCase());
    seen.add(term.toLowerCase());
    return isRepeated ? [{ path: ['terms', index], key: 'mistakes.repeatedTerm', params: { term } }] : [];
  });
}

function imageHasAlt(image: string, alt: string): Rule {
  return (value) => (value[image] && !value[alt] ? [{ path: [alt], key: 'mistakes.alt', params: {} }] : []);
}

interface Result {
  readonly criterion: string;
  readonly verdict: string;
  readonly checkedBy?: string;
}

function eachCriterionOnce(value: Record<string, unknown>): FieldMistake[] {
  const named = (value['results'] as Result[]).map(({ criterion }) => criterion);
  const repeated = named.flatMap((criterion, index) =>
    named.indexOf(criterion) < index
      ? [{ path: ['results', index], key: 'mistakes.criterionTwice', params: { criterion } }]
      : [],
  );
  const missing = criteria.filter((criterion) => !named.includes(criterion)).join(', ');
  if (!missing) return repeated;
  return [
    ...repeated,
    { path: ['results'], key: 'mistakes.criterionMissing', params: { criteria: missing } },
  ];
}

function verdictsHaveGrounds(value: Record<string, unknown>): FieldMistake[] {
  return (value['results'] as Result[]).flatMap(({ verdict, checkedBy }, index) =>
    (verdict === 'met' || verdict === 'not-met') && !checkedBy
      ? [{ path: ['results', index, 'checkedBy'], key: 'mistakes.verdictGround', params: {} }]
      : [],
  );
}
