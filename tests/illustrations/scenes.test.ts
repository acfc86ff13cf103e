import { expect, test } from 'vitest';
import { iconFile } from '../../src/illustrations/mark.ts';
import { scenes } from '../../src/illustrations/scenes.ts';

test.each(Object.entries(scenes))(
  'the scene “%s” weighs less than six kilobytes and takes its colours from the page',
  (_, draw) => {
    const { drawing } = draw();
    expect(drawing.length).toBeLessThan(6144);
    expect(drawing).not.toMatch(/NaN|undefined/);
    expect(
      [...drawing.matchAll(/(?:fill|stroke)="([^"]+)"/g)].filter(
        ([, colour]) => !/^(none|var\(--art-)/.test(colour ?? ''),
      ),
    ).toEqual([]);
  },
);

test('the sign of the academy stands alone as a file', () => {
  expect(iconFile()).toMatch(/^<svg xmlns=.*<\/svg>$/);
});
