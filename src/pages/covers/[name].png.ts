import type { APIRoute } from 'astro';
import { keptFile } from '../../exports/kept-file.ts';
import { drawCover } from '../../illustrations/covers.ts';
import type { topicIcons } from '../../schema/topic.ts';
import { keptFolders } from '../../traces/kept-folders.ts';

/** Few bytes; they take their time, so that what was made is kept. */
const format = { palette: true, colours: 64, effort: 10 };

export { getStaticPaths } from './[name].svg.ts';

/** The covers with the academy's sign, as other sites show them beside a link: 1200 × 630. */
export const GET: APIRoute<{ topic: (typeof topicIcons)[number]; number: number }> = async ({ props }) => {
  // It takes long to load, and few builds draw covers.
  const { default: sharp } = await import('sharp');
  const drawing = drawCover(props.topic, props.number, true);
  const source = `${drawing} ${JSON.stringify([format, sharp.versions])}`;
  const image = await keptFile(keptFolders()?.pictures, source, () =>
    sharp(Buffer.from(drawing)).resize(1200, 630).png(format).toBuffer(),
  );
  return new Response(new Uint8Array(image), { headers: { 'Content-Type': 'image/png' } });
};
