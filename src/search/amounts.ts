import type { Catalogue } from '../catalogue/catalogue.ts';
import type { RecordType } from './facet-names.ts';
import { listPageNames } from './page-records.ts';
import { comingSessions } from './session-records.ts';

/** How many entries of each type the search finds. */
export function amountsOf(catalogue: Catalogue): Readonly<Record<RecordType, number>> {
  return {
    course: catalogue.courses.size,
    module: catalogue.modules.size,
    path: catalogue.paths.size,
    session: comingSessions(catalogue).size,
    topic: catalogue.topics.size,
    person: catalogue.people.size,
    news: catalogue.news.size,
    term: catalogue.glossary.size,
    page: catalogue.pages.size + listPageNames.length,
  };
}
