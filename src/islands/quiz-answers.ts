import { isAccepted, isInOrder, isRightChoice } from '../catalogue/quiz.ts';
import { parts } from './parts.ts';

export type Answer = 'right' | 'wrong' | 'unanswered';

/** How a question stands, by what the reader chose, ordered, matched or wrote. */
export function answerOf(question: HTMLElement): Answer {
  const options = parts<HTMLInputElement>(question, '.ticks input');
  const selects = parts<HTMLSelectElement>(question, 'select');
  const items = parts(question, '.order > li');
  const [field] = parts<HTMLInputElement>(question, 'input[type=text]');
  if (options.length > 0) {
    if (!options.some(({ checked }) => checked)) return 'unanswered';
    const choices = options.map((each) => ({ isRight: 'right' in each.dataset, isChosen: each.checked }));
    return isRightChoice(choices) ? 'right' : 'wrong';
  }
  if (selects.length > 0) {
    if (selects.some(({ value }) => value === '')) return 'unanswered';
    return selects.every(({ value, dataset }) => value === dataset['right']) ? 'right' : 'wrong';
  }
  if (field) {
    if (field.value.trim() === '') return 'unanswered';
    const answers = JSON.parse(field.dataset['answers'] ?? '[]') as string[];
    return isAccepted(field.value, answers) ? 'right' : 'wrong';
  }
  return isInOrder(items.map(({ dataset }) => Number(dataset['place']))) ? 'right' : 'wrong';
}

/** The places of the choices that were chosen, from 0. */
export function chosenPlaces(question: HTMLElement): number[] {
  const options = parts<HTMLInputElement>(question, '.ticks input');
  return options.flatMap(({ checked }, index) => (checked ? [index] : []));
}

/** The question as it was before it was answered; the order of items stays. */
export function clearAnswer(question: HTMLElement): void {
  for (const option of parts<HTMLInputElement>(question, '.ticks input')) option.checked = false;
  for (const field of parts<HTMLInputElement>(question, 'input[type=text]')) field.value = '';
  for (const select of parts<HTMLSelectElement>(question, 'select')) select.value = '';
}

/**
 * Says of what still wants an answer that it does, and takes the reader to the first of it; or that nothing does.
 * The feedback describes each field: what is wrong is read out with it.
 */
export function markMissing(question: HTMLElement, isMissing: boolean): void {
  const options = parts<HTMLInputElement>(question, '.ticks input');
  const fields = parts<HTMLInputElement | HTMLSelectElement>(question, 'input[type=text], select');
  const empty = fields.filter(({ value }) => value.trim() === '');
  // Of radio buttons the group alone can be called invalid.
  const ofChoice = options[0]?.type === 'radio' ? [question] : options;
  const wanting: readonly HTMLElement[] = isMissing ? [...ofChoice, ...empty] : [];
  for (const each of [question, ...options, ...fields]) {
    if (wanting.includes(each)) each.setAttribute('aria-invalid', 'true');
    else each.removeAttribute('aria-invalid');
  }
  if (isMissing) (options[0] ?? empty[0])?.focus();
}
