import { attemptOf, packed, type QuizOfPage, statusOf, timeSpan, unpacked } from '../catalogue/attempt.ts';
import { type LearningRecord, nextSection } from '../catalogue/progress.ts';
import { changeRecord, pageRecord, workName } from './learning.ts';
import { part, parts, wordsOf } from './parts.ts';
import { findApi, type ScormApi } from './scorm-api.ts';

/** What SCORM 1.2 lets a module keep between two sessions, in characters. */
const mostKept = 4096;
/** What is told is kept by the platform when nothing more happens for so long, in milliseconds. */
const commitPause = 1500;

/** Tells the learning platform that shows this page of the progress, and brings back what it kept; nothing without one. */
export class LearningPlatform extends HTMLElement {
  #api: ScormApi | undefined;
  #begin = 0;
  #timer: number | undefined;
  #status = '';
  #mastery: number | undefined;

  connectedCallback(): void {
    this.#api = findApi(window);
    if (!this.#api || !this.#start()) return;
    this.#recall();
    document.addEventListener('learning', (event) =>
      this.#report((event as CustomEvent<LearningRecord>).detail),
    );
    document.addEventListener('visibilitychange', () => this.#commit());
    window.addEventListener('pagehide', () => this.#finish());
    // A page that comes back out of the browser’s memory begins a new session.
    window.addEventListener('pageshow', ({ persisted }) => persisted && this.#start());
    window.addEventListener('load', () => this.#return(), { once: true });
    for (const link of parts<HTMLAnchorElement>(document.body, 'a[href^=http]')) link.target = '_blank';
    this.#report(pageRecord());
  }

  #start(): boolean {
    this.#begin = performance.now();
    const isStarted = this.#api?.LMSInitialize('') === 'true';
    this.#say(isStarted);
    if (!isStarted) return false;
    this.#status = this.#read('cmi.core.lesson_status');
    const mastery = this.#read('cmi.student_data.mastery_score');
    this.#mastery = mastery === '' || Number.isNaN(Number(mastery)) ? undefined : Number(mastery);
    return true;
  }

  /** Each learner has a record of their own, also where several share a browser; the platform’s memory wins. */
  #recall(): void {
    const page = document.querySelector<HTMLElement>('[data-learning]');
    if (page) page.dataset['learning'] += `@${this.#read('cmi.core.student_id')}`;
    const kept = unpacked(this.#read('cmi.suspend_data'));
    changeRecord((record) => {
      const notes = Object.entries(record.works).filter(([, { kind }]) => kind === 'reflection');
      return { ...record, read: kept.read, works: { ...Object.fromEntries(notes), ...kept.works } };
    });
  }

  #return(): void {
    document.getElementById(this.#read('cmi.core.lesson_location'))?.scrollIntoView();
  }

  #report(record: LearningRecord): void {
    const attempt = attemptOf(record, quizzes());
    const status = statusOf(attempt, this.#mastery, this.#status);
    const next = nextSection(record);
    this.#write('cmi.core.lesson_location', next === undefined ? '' : (sections()[next]?.id ?? ''));
    this.#write('cmi.suspend_data', packed(record, mostKept));
    if (attempt.score !== undefined) {
      this.#write('cmi.core.score.min', '0');
      this.#write('cmi.core.score.max', '100');
      this.#write('cmi.core.score.raw', String(attempt.score));
    }
    if (status) {
      this.#write('cmi.core.lesson_status', status);
      this.#status = status;
    }
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#commit(), commitPause);
  }

  #commit(): void {
    window.clearTimeout(this.#timer);
    this.#write('cmi.core.session_time', timeSpan(performance.now() - this.#begin));
    this.#say(this.#api?.LMSCommit('') === 'true');
  }

  /** The platform adds up the time of its sessions when they are finished. */
  #finish(): void {
    this.#write('cmi.core.exit', 'suspend');
    this.#commit();
    this.#api?.LMSFinish('');
  }

  #read(element: string): string {
    return this.#api?.LMSGetValue(element) ?? '';
  }

  #write(element: string, value: string): void {
    this.#api?.LMSSetValue(element, value);
  }

  #say(isReported: boolean): void {
    const words = wordsOf(this)(isReported ? 'reported' : 'unreported');
    const status = part(this, '[role=status]');
    if (status.textContent !== words) status.textContent = words;
  }
}

function sections(): HTMLElement[] {
  return parts(document.body, 'module-progress .prose > h2');
}

function quizzes(): QuizOfPage[] {
  return parts(document.body, 'quiz-block').map((quiz) => ({
    name: workName(quiz),
    of: parts(quiz, '.question').length,
  }));
}
