import type { Locale } from '../i18n/locales.ts';
import type { StringKey } from '../i18n/strings.ts';
import { type Params, stringsFor } from '../i18n/strings.ts';

/** Why something is not done, as a program reads it; the status of the answer follows from it. */
export type RefusalCode = keyof typeof statuses;

const statuses = {
  unauthorized: 403,
  'not-found': 404,
  'no-draft': 404,
  stale: 409,
  conflict: 409,
  dirty: 409,
  'other-branch': 409,
  'too-large': 413,
  refused: 422,
  mistakes: 422,
  malformed: 400,
  off: 503,
} as const;

/** Something the editor may not do, or not now: nothing was changed. The words are chosen when the language is known. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  readonly key: StringKey;
  readonly params: Params;

  constructor(code: RefusalCode, key: StringKey, params: Params = {}) {
    super(`${code}: ${key}`);
    this.code = code;
    this.key = key;
    this.params = params;
  }

  get status(): number {
    return statuses[this.code];
  }

  in(locale: Locale): string {
    return stringsFor(locale).t(this.key, this.params);
  }
}
