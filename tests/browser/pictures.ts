import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import sharp from 'sharp';

const accepted = 'tests/browser/pictures';
const seen = '.build/pictures';
/** Pictures are compared at a quarter of their size: what a letter’s edge looks like on this machine is lost, a colour or a space is not. */
const scale = 4;
/** A picture taller than this says nothing more about the look. */
const tallest = 24_000;
/** So many pixels of the small picture may differ; a button has some three hundred. */
const mostDifferent = 24;

/**
 * Compares how the page looks with the picture `name` that somebody accepted. Says where they differ and how to accept
 * what is seen; undefined where they are alike. With ACCEPT_PICTURES=1 what is seen is accepted.
 */
export async function compareWithPicture(page: Page, name: string): Promise<string | undefined> {
  const size = page.viewportSize() ?? { width: 0, height: 0 };
  const height = Math.min(tallest, await page.evaluate(() => document.documentElement.scrollHeight));
  const clip = { x: 0, y: 0, width: size.width, height };
  const full = await page.screenshot({ fullPage: true, clip, animations: 'disabled' });
  const small = await reduced(full);
  const file = join(accepted, `${name}.png`);
  if (process.env['ACCEPT_PICTURES'] === '1') {
    await writeFile(file, await small.png({ palette: true, colours: 128, effort: 10, dither: 0 }).toBuffer());
    return undefined;
  }
  const remedy = 'Look at it; if it shall be so, run ACCEPT_PICTURES=1 npm test and commit the pictures.';
  if (!existsSync(file)) return `${file} is missing. ${remedy}`;
  const wanted = PNG.sync.read(await readFile(file));
  const now = PNG.sync.read(await small.ensureAlpha().png().toBuffer());
  const { count, top, bottom, diff } = differenceOf(wanted, now);
  if (count <= mostDifferent) return undefined;
  await mkdir(seen, { recursive: true });
  await writeFile(join(seen, `${name}.seen.png`), full);
  await writeFile(join(seen, `${name}.diff.png`), PNG.sync.write(diff));
  const where = await partsBetween(page, top * scale, bottom * scale);
  return [
    `${name} looks different from ${top * scale} to ${bottom * scale} pixels from its top (${count} points): ${where.join(', ')}.`,
    `Accepted: ${file}; seen: ${seen}/${name}.seen.png; the difference in red: ${seen}/${name}.diff.png. ${remedy}`,
  ].join('\n');
}

/** True where two pictures show the same, whatever the letters’ edges look like on this machine. */
export async function lookAlike(one: Buffer, other: Buffer): Promise<boolean> {
  const [first, second] = await Promise.all(
    [one, other].map(async (picture) =>
      PNG.sync.read(await (await reduced(picture)).ensureAlpha().png().toBuffer()),
    ),
  );
  return differenceOf(first as PNG, second as PNG).count <= mostDifferent;
}

async function reduced(picture: Buffer) {
  const full = sharp(picture).removeAlpha();
  const { width } = await full.metadata();
  return full.resize(Math.round(width / scale), undefined, { kernel: 'mitchell' });
}

interface Difference {
  readonly count: number;
  /** The first and the last line that differ. */
  readonly top: number;
  readonly bottom: number;
  readonly diff: PNG;
}

function differenceOf(wanted: PNG, now: PNG): Difference {
  const width = Math.max(wanted.width, now.width);
  const height = Math.max(wanted.height, now.height);
  const diff = new PNG({ width, height });
  const options = { threshold: 0.08, includeAA: true, diffMask: false } as const;
  const [one, other] = [wanted, now].map((picture) => onCanvas(picture, width, height));
  const count = pixelmatch(one as Buffer, other as Buffer, diff.data, width, height, options);
  const lines = Array.from({ length: height }, (_, line) => line).filter((line) => hasRed(diff, line));
  return { count, top: lines[0] ?? 0, bottom: (lines.at(-1) ?? 0) + 1, diff };
}

function onCanvas(picture: PNG, width: number, height: number): Buffer {
  const canvas = new PNG({ width, height, fill: true });
  canvas.data.fill(0);
  PNG.bitblt(picture, canvas, 0, 0, picture.width, picture.height, 0, 0);
  return canvas.data;
}

function hasRed({ data, width }: PNG, line: number): boolean {
  for (let at = line * width * 4; at < (line + 1) * width * 4; at += 4)
    if (data[at] === 255 && data[at + 1] === 0) return true;
  return false;
}

/** What stands there, by the names of sections or else of elements. */
function partsBetween(page: Page, top: number, bottom: number): Promise<string[]> {
  return page.evaluate(
    ([first, last]) => {
      const all = [...document.querySelectorAll('header, main > *, main section, footer')];
      const there = all.filter((part) => {
        const box = part.getBoundingClientRect();
        return box.top + scrollY < last && box.bottom + scrollY > first && box.height > 0;
      });
      const inner = there.filter((part) => !there.some((other) => other !== part && part.contains(other)));
      const nameOf = (part: Element) =>
        part.localName +
        (part.getAttribute('aria-labelledby') ? `#${part.getAttribute('aria-labelledby')}` : '') +
        (part.classList[0] ? `.${part.classList[0]}` : '');
      return inner.slice(0, 6).map(nameOf);
    },
    [top, bottom] as const,
  );
}

/**
 * Puts stand-ins for what editors and the calendar change, so that only the look is left: words, long lists, pictures;
 * sessions go, since the design page shows one.
 */
export function keepTheLook(page: Page): Promise<void> {
  return page.evaluate(async () => {
    for (const part of document.querySelectorAll(
      'main :is(live-sessions, #sessions, .notice, [data-part=next])',
    ))
      if (!part.closest('[data-sample]')) part.remove();
    for (const list of document.querySelectorAll('main :is(ul, ol, dl, select)'))
      if (!list.closest('[data-sample]')) for (const child of [...list.children].slice(3)) child.remove();
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = words.nextNode(); node; node = words.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      const around = node.parentElement;
      if (!text || !around || around.closest('script, style, .wordmark')) continue;
      const isLong = around.localName === 'p' && text.length > 40;
      if (text.length <= 4) node.textContent = '00';
      else
        node.textContent = isLong ? 'Une phrase qui tient la place d’une autre et dit peu.' : 'Quelques mots';
    }
    const style = new CSSStyleSheet();
    // Browsers differ in the font that they take for code.
    style.replaceSync(
      'img { object-position: -200vw; background: #b7dde3 } video { visibility: hidden } :root { --font-code: "DejaVu Sans Mono", monospace }',
    );
    document.adoptedStyleSheets = [style];
    await document.fonts.ready;
  });
}
