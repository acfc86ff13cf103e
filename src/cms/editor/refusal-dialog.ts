import type { Strings } from '../../i18n/strings.ts';

/** Says all that has to be mended, in a dialog, since Decap’s notices are short and go away by themselves. */
export function showRefusals(
  title: string,
  refusals: readonly string[],
  { t }: Pick<Strings, 't'>,
  closeKey: 'cms.refused.close' | 'cms.access.close' = 'cms.refused.close',
): void {
  const dialog = document.createElement('dialog');
  dialog.className = 'refusals';
  const heading = document.createElement('h2');
  heading.textContent = title;
  const list = document.createElement('ul');
  for (const refusal of refusals) list.appendChild(document.createElement('li')).textContent = refusal;
  const close = document.createElement('button');
  close.textContent = t(closeKey);
  close.autofocus = true;
  close.addEventListener('click', () => dialog.close());
  dialog.append(heading, list, close);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
