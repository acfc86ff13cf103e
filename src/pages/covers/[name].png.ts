import type { APIRoute } from 'astro';
import sharp from 'sharp';
import { drawCover } from '../../illustrations/covers.ts';
import type { topicIcons } from '../../schema/topic.ts';

export { getStaticPaths } from './[name].svg.ts';

/** The covers with the academy's sign, as other sites show them beside a link: 1200 × 630. */
export const GET: APIRoute<{ topic: (typeof topicIcons)[number]; number: number }> = async ({ props }) => {
  const drawing = Buffer.from(drawCover(props.topic, props.number, true));
  const image = await sharp(drawing)
    .resize(1200, 630)
    .png({ palette: true, colours: 64, effort: 10 })
    .toBuffer();
  return new Response(new Uint8Array(image), { headers: { 'Content-Type': 'image/png' } });
};
