import type { Catalogue, PersonView } from './catalogue.ts';
import { Lists } from './lists.ts';

type Team = PersonView['facts']['teams'][number];

/** In this order teams stand in lists. */
const teamPlaces: Readonly<Record<Team, number>> = { trainer: 1, pedagogue: 2, 'it-adviser': 3 };

type Collections = Pick<Catalogue, 'courses' | 'modules' | 'paths' | 'news' | 'people'>;

/**
 * Whole collections as the lists that pages show: `courses`, `modules`, `paths` and `news` in their order, `people` team by
 * team, and as the `calendar` the sessions that are not over.
 */
export function collectionLists({
  people,
  sessionsOfMonth,
  ...others
}: Collections & { sessionsOfMonth: Lists }): Lists {
  const byTeam = [...people.values()].sort((a, b) => teamPlace(a) - teamPlace(b));
  return new Lists([
    ...Object.entries(others).map(([name, entries]): [string, string[]] => [name, [...entries.keys()]]),
    ['people', byTeam.map(({ slug }) => slug)],
    ['calendar', [...sessionsOfMonth.values()].flat()],
  ]);
}

/** Where someone’s first team stands; an entry has one. */
function teamPlace({ facts }: PersonView): number {
  return teamPlaces[facts.teams[0] as Team];
}
