/**
 * Makes the silent videos of the modules, with poster and captions, from `make-media.slides.json`, and the sound signal
 * of one minute. The results are in the repository; run it after a change to the slides. Needs ffmpeg.
 *
 *     node src/commands/make-media.mjs
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';

const secondsPerSlide = 8;
const width = 640;
const height = 360;

/** The lines of `text`, broken between words, none longer than `longest` where a word allows it. */
function wrap(text, longest) {
  const rows = [];
  for (const word of text.split(' ')) {
    const longer = rows.length > 0 ? `${rows.at(-1)} ${word}` : word;
    if (rows.length > 0 && longer.length <= longest) rows[rows.length - 1] = longer;
    else rows.push(word);
  }
  return rows;
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** An address in fixed width; its middle part, between the bars, is marked. */
function drawAddress(address) {
  const [before, marked, after] = address.split('|').map(escaped);
  return `<rect x="40" y="232" width="560" height="52" rx="8" fill="#ffffff" stroke="#72909b" />
    <text x="320" y="265" font-family="DejaVu Sans Mono" font-size="19" fill="#48616b" text-anchor="middle">${before}<tspan
    fill="#8f4310" font-weight="bold" text-decoration="underline">${marked}</tspan>${after}</text>`;
}

function drawSlide(slide, index, count) {
  const titleRows = wrap(slide.title, 30);
  const firstRow = 108 + titleRows.length * 8;
  const title = titleRows.map(
    (row, at) => `<text x="40" y="${58 + at * 30}" font-size="27" font-weight="bold"
    fill="#ffffff">${escaped(row)}</text>`,
  );
  const text = wrap(slide.text, 40).map(
    (row, at) => `<text x="40" y="${firstRow + 28 + at * 34}" font-size="25"
    fill="#0c232c">${escaped(row)}</text>`,
  );
  const dots = Array.from(
    { length: count },
    (_, at) => `<circle cx="${320 + (at - (count - 1) / 2) * 24}" cy="328" r="6"
    fill="${at === index ? '#8f4310' : '#a9bec5'}" />`,
  );
  const band = 60 + titleRows.length * 26;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="Liberation Sans">
    <rect width="${width}" height="${height}" fill="#f2f7f8" /><rect width="${width}" height="${band}" fill="#06323f" />
    ${title.join('')}${text.join('')}${slide.address ? drawAddress(slide.address) : ''}${dots.join('')}</svg>`;
}

function clock(seconds) {
  return `00:00:${String(seconds).padStart(2, '0')}.000`;
}

function captionsOf(slides) {
  const cues = slides.map((slide, index) => {
    const start = index * secondsPerSlide;
    return `${clock(start)} --> ${clock(start + secondsPerSlide)}\n${slide.title}\n${slide.text}\n`;
  });
  return `WEBVTT\n\n${cues.join('\n')}`;
}

async function makeVideo(folder, name, slides) {
  const frames = mkdtempSync(join(tmpdir(), 'slides-'));
  for (const [index, slide] of slides.entries()) {
    const picture = sharp(Buffer.from(drawSlide(slide, index, slides.length)));
    await picture.png({ palette: true }).toFile(join(frames, `${index}.png`));
  }
  const input = ['-framerate', `1/${secondsPerSlide}`, '-i', join(frames, '%d.png')];
  const coding = ['-c:v', 'libvpx-vp9', '-crf', '38', '-b:v', '0', '-pix_fmt', 'yuv420p', '-threads', '1'];
  const lastSlideHeld = ['-vf', `fps=5,tpad=stop_mode=clone:stop_duration=${secondsPerSlide}`];
  const length = ['-t', String(slides.length * secondsPerSlide)];
  run([...input, ...lastSlideHeld, ...coding, ...length, join(folder, `${name}.webm`)]);
  await sharp(join(frames, '0.png'))
    .png({ palette: true })
    .toFile(join(folder, `${name}.png`));
  writeFileSync(join(folder, `${name}.vtt`), captionsOf(slides));
  rmSync(frames, { recursive: true });
}

/** A low tone, a soft one after half the time, and two high ones to end: start in seconds, pitch, length, loudness. */
const tones = [
  [0, 262, 1.5, 0.5],
  [30, 440, 0.6, 0.2],
  [57, 880, 0.5, 0.4],
  [58, 880, 0.9, 0.4],
];

function makeSignal(file) {
  const sources = tones.flatMap(([, pitch, length]) => [
    '-f',
    'lavfi',
    '-i',
    `sine=frequency=${pitch}:duration=${length}`,
  ]);
  const shaped = tones.map(([start, , length, loudness], index) => {
    const fade = `afade=t=in:d=0.03,afade=t=out:st=${length - 0.4}:d=0.4`;
    return `[${index}]${fade},volume=${loudness},adelay=${start * 1000}[t${index}]`;
  });
  const mixed = `${tones.map((_, index) => `[t${index}]`).join('')}amix=inputs=${tones.length}:normalize=0,apad=whole_dur=60`;
  const filter = `${shaped.join(';')};${mixed}`;
  run([...sources, '-filter_complex', filter, '-c:a', 'libopus', '-b:a', '32k', '-ac', '1', file]);
}

function run(parameters) {
  execFileSync('ffmpeg', ['-y', '-loglevel', 'error', '-fflags', '+bitexact', ...parameters], {
    stdio: 'inherit',
  });
}

const folder = join(import.meta.dirname, '../../public/media/modules');
const videos = JSON.parse(readFileSync(join(import.meta.dirname, 'make-media.slides.json'), 'utf8'));
for (const [name, languages] of Object.entries(videos)) {
  for (const [locale, slides] of Object.entries(languages))
    await makeVideo(folder, `${name}.${locale}`, slides);
}
makeSignal(join(folder, 'minute-de-reflexion.webm'));
