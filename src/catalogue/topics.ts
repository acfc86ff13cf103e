import type { Catalogue, TopicView } from './catalogue.ts';

type Icon = NonNullable<TopicView['facts']['icon']>;

/** The icon of the first topic that has one, its own or its parent's. */
export function iconOf({ topics }: Pick<Catalogue, 'topics'>, slugs: readonly string[]): Icon {
  for (const slug of slugs) {
    const topic = topics.get(slug);
    const icon = topic?.facts.icon ?? topics.get(topic?.facts.parent ?? '')?.facts.icon;
    if (icon) return icon;
  }
  return 'digital-work';
}

/** The topics that have no parent, in order. */
export function mainTopics({ topics }: Pick<Catalogue, 'topics'>): TopicView[] {
  return [...topics.values()].filter(({ facts }) => !facts.parent);
}
