import { expect, test } from 'vitest';
import { dimensionsOf } from '../../src/blocks/media.ts';

test('what one element writes into a picture’s dimensions, another does not find there', async () => {
  const address = '/media/modules/titre-pas-gras.fr.png';
  Object.assign((await dimensionsOf(address)) ?? {}, { class: 'film' });
  expect(await dimensionsOf(address)).toEqual({ width: expect.any(Number), height: expect.any(Number) });
});
