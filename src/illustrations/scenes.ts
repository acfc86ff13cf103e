import { arch, archLine, block, bubble, disc, person } from './shapes.ts';

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly drawing: string;
}

const bridge = 'var(--art-bridge)';
const walker = 'var(--art-walker)';
const water = 'var(--art-water)';
const sand = 'var(--art-sand)';
const leaf = 'var(--art-leaf)';
const paper = 'var(--art-paper)';
const ink = 'var(--art-ink)';
const blue = 'var(--art-blue)';
const orange = 'var(--art-orange)';
const green = 'var(--art-green)';

/** A laptop seen from behind, on a table. */
const laptop = (x: number, y: number) => block(x, y, 46, 30, ink) + block(x, y + 4, 62, 5, ink);

const table = (x: number, y: number, width: number) =>
  block(x, y, width, 9, ink) + block(x, y + 34, 9, 34, ink);

/** People learn beneath the arches of a viaduct: together in a room, alone, in a class on a screen; others cross it. */
function together(): Picture {
  const room = (x: number, fill: string) => arch(x, 430, 200, 270, fill);
  const class_ = [-42, 0, 42]
    .map((dx) => person(600 + dx, 308, 30, dx === 0 ? orange : blue, ink, 20))
    .join('');
  return {
    width: 1200,
    height: 430,
    drawing:
      disc(985, 62, 44, sand) +
      block(600, 430, 1200, 306, bridge) +
      block(600, 136, 1200, 12, walker) +
      [132, 366, 600, 834, 1068]
        .map((x, index) => room(x, [leaf, sand, water, sand, leaf][index] ?? water))
        .join('') +
      // At a table
      person(82, 400, 52, green, ink) +
      person(182, 400, 52, orange, ink) +
      person(132, 388, 48, blue, ink) +
      table(132, 396, 148) +
      block(118, 387, 34, 4, paper) +
      block(158, 387, 26, 4, paper) +
      // A conversation
      person(322, 430, 64, blue, ink, 84) +
      person(412, 430, 64, green, ink, 70) +
      bubble(350, 250, 62, paper) +
      bubble(394, 292, 50, orange, -1) +
      // A class on a screen, and the one who follows it
      block(600, 316, 152, 88, ink) +
      block(600, 308, 138, 74, paper) +
      class_ +
      person(600, 430, 66, green, ink, 52) +
      // Alone with a laptop
      person(834, 398, 62, orange, ink) +
      table(834, 396, 130) +
      laptop(834, 384) +
      // Steps, and someone who shows the way
      block(1018, 430, 46, 32, green) +
      block(1064, 430, 46, 64, green) +
      block(1110, 430, 46, 96, green) +
      person(1018, 398, 42, orange, ink) +
      person(1110, 334, 42, blue, ink) +
      // Those who cross
      person(236, 124, 34, walker, orange, 42) +
      person(280, 124, 28, orange, walker, 30) +
      person(700, 124, 34, walker, orange, 40) +
      arch(470, 124, 56, 74, green) +
      arch(506, 124, 38, 48, leaf) +
      arch(1120, 124, 46, 64, leaf) +
      arch(64, 124, 40, 52, green),
  };
}

/** Trainers exchange: bubbles that meet, under one arch. */
function exchange(): Picture {
  return {
    width: 480,
    height: 340,
    drawing:
      arch(240, 340, 400, 330, sand) +
      archLine(240, 340, 300, 270, paper, 10) +
      person(130, 340, 92, blue, ink, 120) +
      person(350, 340, 92, green, ink, 108) +
      person(240, 340, 80, orange, ink, 70) +
      bubble(190, 150, 96, paper) +
      bubble(296, 176, 80, blue, -1),
  };
}

/** A path climbs from arch to arch. */
function path(): Picture {
  const tiers = [90, 150, 210, 270];
  return {
    width: 480,
    height: 340,
    drawing:
      disc(330, 52, 26, sand) +
      tiers
        .map(
          (height, index) =>
            block(60 + index * 120, 340, 120, height, bridge) +
            arch(60 + index * 120, 340, 76, height - 22, [leaf, water, sand, water][index] ?? water),
        )
        .join('') +
      person(60, 250, 40, orange, walker, 44) +
      person(180, 190, 40, walker, orange, 44) +
      person(430, 70, 34, walker, orange, 30) +
      person(60, 340, 44, blue, ink, 38) +
      person(300, 340, 48, green, ink, 60),
  };
}

/** An arch with nobody under it, and someone who looks through it. */
function empty(): Picture {
  return {
    width: 480,
    height: 300,
    drawing:
      block(240, 300, 480, 6, walker) +
      archLine(310, 300, 190, 240, walker, 22) +
      arch(310, 297, 150, 208, water) +
      arch(310, 297, 84, 118, paper) +
      person(130, 297, 72, orange, walker, 84) +
      disc(310, 120, 9, orange),
  };
}

/** A bridge with an arch missing; the traveller stands before the gap. */
function lost(): Picture {
  return {
    width: 480,
    height: 300,
    drawing:
      `<path fill="${bridge}" d="M0 110h190c0 26-14 40-14 62 0 30 10 60-8 128H0zM330 110h150v190H340c14-50-6-80-2-112 2-28-8-50-8-78z"/>` +
      arch(86, 300, 104, 150, sand) +
      arch(418, 300, 90, 150, leaf) +
      person(120, 110, 46, walker, orange, 56) +
      person(410, 110, 40, orange, walker, 44) +
      arch(258, 300, 54, 40, water) +
      arch(286, 300, 40, 24, water) +
      bubble(170, 62, 46, sand),
  };
}

export const scenes = { together, exchange, path, empty, lost } as const;

export type SceneName = keyof typeof scenes;
