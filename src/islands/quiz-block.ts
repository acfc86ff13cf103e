import { keepWork, workOf } from './learning.ts';
import { part, parts, wordsOf } from './parts.ts';
import { answerOf, chosenPlaces, clearAnswer, markMissing } from './quiz-answers.ts';

/** Checks answers in the page: a verdict and explanations after each question, a score after the last. */
export class QuizBlock extends HTMLElement {
  #questions: HTMLElement[] = [];
  /** By question: whether the first check found it right. */
  #first = new Map<HTMLElement, boolean>();

  connectedCallback(): void {
    this.#questions = parts(this, '.question');
    for (const question of this.#questions) this.#prepare(question);
    part(this, '[data-do=restart]').addEventListener('click', () => this.#restart());
    const last = workOf(this);
    if (last?.right !== undefined) this.#showSummary('last', last.right);
  }

  #prepare(question: HTMLElement): void {
    // Firefox keeps answers over a reload, though not what was said to them.
    clearAnswer(question);
    for (const hidden of parts(question, '[data-check], .moves')) hidden.hidden = false;
    part(question, '[data-check] button').addEventListener('click', () => this.#check(question));
    question.querySelector('input[type=text]')?.addEventListener('keydown', (event) => {
      if ((event as KeyboardEvent).key === 'Enter') this.#check(question);
    });
    question.addEventListener('change', () => this.#clearFeedback(question));
    for (const button of parts(question, '[data-move]')) {
      button.addEventListener('click', () => this.#move(question, button));
    }
  }

  /** The neighbour moves, not the item itself, so that the button keeps the focus. */
  #move(question: HTMLElement, button: HTMLElement): void {
    const item = button.closest('li');
    const isUp = button.dataset['move'] === '-1';
    const neighbour = isUp ? item?.previousElementSibling : item?.nextElementSibling;
    if (!item || !neighbour) return;
    if (isUp) item.after(neighbour);
    else item.before(neighbour);
    const items = parts(question, '.order > li');
    const position = items.indexOf(item) + 1;
    const text = item.firstElementChild?.textContent ?? '';
    part(question, '.feedback').textContent = wordsOf(this)('position', {
      item: text,
      position,
      of: items.length,
    });
    delete question.dataset['result'];
  }

  #check(question: HTMLElement): void {
    const answer = answerOf(question);
    const feedback = part(question, '.feedback');
    const verdict = document.createElement('p');
    verdict.className = 'verdict';
    verdict.textContent = wordsOf(this)(answer);
    markMissing(question, answer === 'unanswered');
    if (answer === 'unanswered') {
      feedback.replaceChildren(verdict);
      return;
    }
    question.dataset['result'] = answer;
    feedback.replaceChildren(verdict, ...explanations(question, answer === 'right'));
    if (!this.#first.has(question)) this.#first.set(question, answer === 'right');
    if (this.#first.size === this.#questions.length) this.#finish();
  }

  #finish(): void {
    const right = [...this.#first.values()].filter(Boolean).length;
    keepWork(this, { kind: 'quiz', right, of: this.#questions.length });
    this.#showSummary('score', right);
  }

  #showSummary(word: string, right: number): void {
    const summary = part(this, '[data-summary]');
    summary.hidden = false;
    const words = wordsOf(this)(word, { right, of: this.#questions.length });
    const status = part(summary, '[role=status]');
    if (status.textContent !== words) status.textContent = words;
  }

  #clearFeedback(question: HTMLElement): void {
    delete question.dataset['result'];
    markMissing(question, false);
    part(question, '.feedback').replaceChildren();
  }

  #restart(): void {
    this.#first.clear();
    for (const question of this.#questions) {
      this.#clearFeedback(question);
      clearAnswer(question);
      part<HTMLDetailsElement>(question, '.solution').open = false;
    }
    part(this, '[data-summary]').hidden = true;
    const first = this.#questions[0]?.querySelector<HTMLElement>('input, select, [data-move]');
    first?.focus();
  }
}

/** Why what was chosen is right or not; all explanations once the answer is right. */
function explanations(question: HTMLElement, isRight: boolean): Node[] {
  const chosen = new Set(chosenPlaces(question));
  const choices = parts(question, '.solution [data-choice]').filter(
    (_, index) => isRight || chosen.has(index),
  );
  const general = isRight ? parts(question, '.solution [data-explanation]') : [];
  return [...choices, ...general].map((part) => {
    const copy = document.createElement('div');
    copy.className = part.className;
    copy.append(...[...part.childNodes].map((node) => node.cloneNode(true)));
    return copy;
  });
}
