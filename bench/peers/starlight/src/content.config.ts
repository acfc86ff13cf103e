import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { z } from 'astro/zod';

const entry = z.object({
  locale: z.string().optional(),
  collection: z.string().optional(),
  address: z.string().optional(),
  language: z.string().optional(),
  topics: z.array(z.string()).optional(),
  level: z.string().optional(),
  audiences: z.array(z.string()).optional(),
  facts: z.array(z.object({ term: z.string(), values: z.array(z.string()) })).optional(),
  texts: z.array(z.object({ title: z.string(), lines: z.array(z.string()) })).optional(),
  sessions: z.array(z.object({ when: z.string(), where: z.string(), state: z.string() })).optional(),
  links: z
    .array(z.object({ title: z.string(), links: z.array(z.object({ text: z.string(), href: z.string() })) }))
    .optional(),
});

export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema({ extend: entry }) }),
};
