import type { Catalogue } from '../catalogue/catalogue.ts';
import { iconOf } from '../catalogue/topics.ts';
import { fileUrl } from '../i18n/urls.ts';
import { coverName } from './covers.ts';

/** The address of the picture that other sites show beside a link to an entry: a cover of its first topic, by its slug. */
export function sharedPicture(
  catalogue: Pick<Catalogue, 'topics'>,
  topics: readonly string[] | undefined,
  slug: string,
): string {
  const icon = topics?.length ? iconOf(catalogue, topics) : 'training-and-pedagogy';
  return fileUrl(`covers/${coverName(icon, slug)}.png`);
}
