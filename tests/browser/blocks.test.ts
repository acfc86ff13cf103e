import { afterAll, beforeAll, expect, test } from 'vitest';
import { stringsFor } from '../../src/i18n/strings.ts';
import { mistakesIn } from './axe-run.ts';
import { openSite } from './block-page.ts';
import { tabTo } from './keys.ts';

let site: Awaited<ReturnType<typeof openSite>>;
const gallery = 'fr/blocks/';
const { t } = stringsFor('fr');

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.close());

test('a quiz is answered, checked and begun again with the keyboard, and every state is accessible', async () => {
  const { page, errors } = await site.visit(gallery);
  const quiz = page.locator('quiz-block');
  await quiz.locator('input').first().focus();
  await tabTo(page, 'quiz-block [data-check] button');
  await page.keyboard.press('Enter');
  await expect.poll(() => quiz.locator('.feedback').first().textContent()).toBe(t('quiz.unanswered'));
  await quiz.locator('input').first().focus();
  await page.keyboard.press('ArrowDown');
  await tabTo(page, 'quiz-block [data-check] button');
  await page.keyboard.press('Enter');
  await expect.poll(() => quiz.locator('.feedback').first().textContent()).toContain('deuxième ville');
  expect(await quiz.locator('.feedback').first().textContent()).not.toContain('porte le nom');
  expect(await mistakesIn(page, 'quiz-block')).toEqual([]);
  await quiz.locator('input').nth(1).focus();
  await page.keyboard.press('ArrowUp');
  await tabTo(page, 'quiz-block [data-check] button');
  await page.keyboard.press('Enter');
  await expect.poll(() => quiz.locator('.feedback').first().textContent()).toContain(t('quiz.right'));
  expect(await mistakesIn(page, 'quiz-block')).toEqual([]);
  expect(errors).toEqual([]);
});

test('items are put in order with buttons that keep the focus and say the place', async () => {
  const { page } = await site.visit(gallery);
  const question = page.locator('.question[data-type=order]');
  const wanted = ['Octet', 'Kilooctet', 'Mégaoctet'];
  for (const [place, item] of wanted.entries()) {
    const up = question
      .locator('.order li', { hasText: new RegExp(`^\\s*${item}`) })
      .locator('[data-move="-1"]');
    const position = () =>
      question
        .locator('.order li')
        .evaluateAll((all, text) => all.findIndex((one) => one.textContent.trim().startsWith(text)), item);
    await up.focus();
    while ((await position()) > place) await page.keyboard.press('Enter');
    expect(await up.evaluate((button) => button === document.activeElement)).toBe(true);
  }
  expect(await question.locator('.feedback').textContent()).toMatch(/\d.*3/);
  await question.locator('[data-check] button').press('Enter');
  expect(await question.locator('.feedback').textContent()).toContain(t('quiz.right'));
});

test('when all questions are checked, the score is announced and remembered', async () => {
  const { page } = await site.visit(gallery);
  const quiz = page.locator('quiz-block');
  await quiz.getByLabel('Luxembourg', { exact: true }).check();
  for (const text of ['Le français', 'L’allemand', 'Le luxembourgeois']) await quiz.getByLabel(text).check();
  await quiz.getByLabel('L’IFEN').selectOption('Forme les enseignants');
  await quiz.getByLabel('L’INAP').selectOption('Forme les agents publics');
  await quiz.getByLabel('Votre réponse').fill(' Une SAUVEGARDE. ');
  for (const button of await quiz.locator('[data-check] button').all()) await button.click();
  const summary = quiz.locator('[data-summary] [role=status]');
  expect(await summary.textContent()).toMatch(/4 .*5/);
  await page.reload();
  expect(await summary.textContent()).toMatch(/4 .*5/);
});

test('notes on a reflection stay in this browser until they are erased', async () => {
  const { page, errors } = await site.visit(gallery);
  await tabTo(page, 'reflection-block textarea');
  await page.keyboard.type('Relire avant d’envoyer');
  await page.keyboard.press('Tab');
  await expect
    .poll(() => page.locator('reflection-block [role=status]').textContent())
    .toBe(t('reflection.saved'));
  expect(await mistakesIn(page, 'reflection-block')).toEqual([]);
  await page.reload();
  expect(await page.locator('reflection-block textarea').inputValue()).toBe('Relire avant d’envoyer');
  const saving = page.waitForEvent('download');
  await page.locator('reflection-block [data-do=export]').press('Enter');
  expect((await saving).suggestedFilename()).toBe(`${t('reflection.file')}.txt`);
  page.once('dialog', (dialog) => void dialog.accept());
  await page.locator('reflection-block [data-do=erase]').press('Enter');
  await page.reload();
  expect(await page.locator('reflection-block textarea').inputValue()).toBe('');
  expect(errors).toEqual([]);
});

test('a checklist is ticked with the keyboard and remembers it', async () => {
  const { page } = await site.visit(gallery);
  const list = page.locator('ticked-list', { has: page.locator('.ticks') });
  await tabTo(page, 'ticked-list .ticks input');
  await page.keyboard.press('Space');
  expect(await list.locator('[role=status]').textContent()).toMatch(/1 .*3/);
  expect(await mistakesIn(page, 'ticked-list')).toEqual([]);
  await page.reload();
  expect(await list.locator('input').first().isChecked()).toBe(true);
});

test('cards come back until they are known', async () => {
  const { page } = await site.visit(gallery);
  const deck = page.locator('flashcards-block');
  await tabTo(page, 'flashcards-block summary');
  expect(await mistakesIn(page, 'flashcards-block')).toEqual([]);
  for (const judgement of ['again', 'known', 'known', 'known']) {
    await page.keyboard.press('Enter');
    await tabTo(page, `flashcards-block [data-do=${judgement}]`);
    await page.keyboard.press('Enter');
  }
  await expect.poll(() => deck.locator('[role=status]').textContent()).toBe(t('flashcards.finished'));
  expect(await mistakesIn(page, 'flashcards-block')).toEqual([]);
  expect(await page.evaluate(() => document.activeElement?.matches('[data-do=restart]'))).toBe(true);
});

test('a word of the glossary shows its definition at a key, and Escape closes it', async () => {
  const { page } = await site.visit(gallery);
  await page.locator('glossary-term > a').first().focus();
  await page.keyboard.press('Enter');
  const definition = page.locator('glossary-term [popover]').first();
  await expect.poll(() => definition.isVisible()).toBe(true);
  expect(await mistakesIn(page, 'glossary-term')).toEqual([]);
  await page.keyboard.press('Escape');
  expect(await definition.isVisible()).toBe(false);
});

test('the picture of a film is loaded when one comes near, and nothing moves', async () => {
  const { page } = await site.visit('fr/modules/reconnaitre-hameconnage/');
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  await page.reload({ waitUntil: 'networkidle' });
  const height = () => page.evaluate(() => document.documentElement.scrollHeight);
  const picture = (await page.locator('video').getAttribute('poster')) ?? '';
  const before = await height();
  expect(loaded).not.toContain(picture);
  await page.locator('video').scrollIntoViewIfNeeded();
  await expect.poll(() => loaded).toContain(picture);
  expect(await height()).toBe(before);
});

test('every block is accessible before anything is done', async () => {
  const { page, errors } = await site.visit(gallery);
  expect(await mistakesIn(page, 'main')).toEqual([]);
  expect(errors).toEqual([]);
});

test('without scripts a quiz shows its solutions at a press, and nothing that would not work', async () => {
  const { page } = await site.visit(gallery, false);
  expect(
    await page.locator('main [data-check]:visible, main [data-judge]:visible, main textarea:visible').count(),
  ).toBe(0);
  await page.locator('.solution summary').first().click();
  expect(await page.locator('.solution').first().textContent()).toContain('la ville porte le nom du pays');
});

test('a module remembers the sections that were read, and My learning shows and erases them', async () => {
  const { page, errors } = await site.visit('fr/modules/reconnaitre-hameconnage/');
  await page.locator('module-progress nav input').first().press('Space');
  expect(await page.locator('#progress').textContent()).toMatch(/1/);
  await page.reload();
  expect(await page.locator('[data-continue]').isVisible()).toBe(true);
  expect(await mistakesIn(page, 'main')).toEqual([]);
  await page.goto(new URL('/fr/my-learning/', page.url()).href);
  expect(await page.locator('my-learning').textContent()).toMatch(/Reconnaître un hameçonnage[\s\S]*1/);
  expect(await mistakesIn(page, 'main')).toEqual([]);
  page.once('dialog', (dialog) => void dialog.accept());
  await page.locator('my-learning [data-do=erase]').press('Enter');
  expect(await page.locator('[data-empty]').isVisible()).toBe(true);
  expect(errors).toEqual([]);
});
