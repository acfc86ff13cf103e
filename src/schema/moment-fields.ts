import * as z from 'zod';
import { kind } from './field-facts.ts';

/* Kinds of field for days and times. */

/** A calendar day that exists, as RFC 3339 writes it: 2027-02-28. */
export function date() {
  return kind(z.iso.date(), {
    kind: 'date',
    remedy: { key: 'mistakes.date' },
    widget: { widget: 'datetime', format: 'YYYY-MM-DD', date_format: 'YYYY-MM-DD', time_format: false },
  });
}

/** A time of day on the wall clock: 09:00. */
export function time() {
  return kind(z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/), {
    kind: 'time',
    remedy: { key: 'mistakes.time' },
    widget: { widget: 'datetime', format: 'HH:mm', date_format: false, time_format: 'HH:mm' },
  });
}

/** A day and a time on the wall clock, without offset: 2027-02-28T12:00. */
export function localDateTime() {
  return kind(z.iso.datetime({ local: true, precision: -1 }).regex(/T\d\d:\d\d$/), {
    kind: 'localDateTime',
    remedy: { key: 'mistakes.localDateTime' },
    widget: {
      widget: 'datetime',
      format: 'YYYY-MM-DDTHH:mm',
      date_format: 'YYYY-MM-DD',
      time_format: 'HH:mm',
    },
  });
}

/** A time zone of the IANA database. */
export function timeZone() {
  return kind(z.string().refine(isTimeZone), {
    kind: 'timeZone',
    remedy: { key: 'mistakes.timeZone' },
    widget: { widget: 'string' },
  });
}

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}
