import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';

const entries = defineCollection({
  loader: glob({ base: './content', pattern: '**/*.mdx', generateId: ({ entry }) => entry }),
});

export const collections = { entries };
