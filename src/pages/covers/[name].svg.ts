import type { APIRoute } from 'astro';
import { coversPerTopic, drawCover } from '../../illustrations/covers.ts';
import { topicIcons } from '../../schema/topic.ts';

/** The covers of courses: a bounded number, whatever the size of the catalogue. */
export function getStaticPaths() {
  return topicIcons.flatMap((topic) =>
    Array.from({ length: coversPerTopic }, (_, number) => ({
      params: { name: `${topic}-${number}` },
      props: { topic, number },
    })),
  );
}

export const GET: APIRoute<{ topic: (typeof topicIcons)[number]; number: number }> = ({ props }) =>
  new Response(drawCover(props.topic, props.number), { headers: { 'Content-Type': 'image/svg+xml' } });
