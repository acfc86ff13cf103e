import { type EditorPerson, keepEditor, storedEditor } from '../editor-person.ts';
import type { EditorWords } from '../words.ts';

/** The form in which editors say who they are. Calls `kept` with what this browser keeps from then on. */
export function nameForm(
  { t }: Pick<EditorWords, 't'>,
  kept: (person: EditorPerson) => void,
): HTMLFormElement {
  const known = storedEditor(localStorage);
  const form = document.createElement('form');
  form.className = 'small-form';
  const heading = document.createElement('h1');
  heading.textContent = t('cms.logIn.title');
  const lead = document.createElement('p');
  lead.textContent = t('cms.logIn.lead');
  const [name, email] = [field('text', 'name', known?.name), field('email', 'email', known?.email)];
  name.required = true;
  name.pattern = '.*\\p{L}.*';
  name.title = t('cms.logIn.nameHint');
  const enter = document.createElement('button');
  enter.textContent = t('cms.logIn.enter');
  form.append(
    heading,
    lead,
    labelled(t('cms.logIn.name'), name),
    labelled(t('cms.logIn.email'), email),
    enter,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    kept(keepEditor(localStorage, { name: name.value, email: email.value }));
  });
  return form;
}

function field(type: string, autocomplete: AutoFill, value = ''): HTMLInputElement {
  const input = document.createElement('input');
  Object.assign(input, { type, autocomplete, value, maxLength: 100 });
  return input;
}

/** An input below its words. */
export function labelled(words: string, input: HTMLInputElement): HTMLLabelElement {
  const label = document.createElement('label');
  label.append(words, input);
  return label;
}
