import { palette } from './palette.ts';

/** The sign of the academy, drawn in a square of 32: an arch, and the person it stands around. */
export function markOf(ink: string, accent: string): string {
  return (
    `<path d="M3.5 30V16a12.5 12.5 0 0 1 25 0v14" fill="none" stroke="${ink}" stroke-width="4"/>` +
    `<path d="M10 30v-2.5a6 6 0 0 1 12 0V30z" fill="${ink}"/><circle cx="16" cy="14.7" r="4" fill="${accent}"/>`
  );
}

/** The sign as a file: light on a deep ground, so that it is seen on any tab or home screen. */
export function iconFile(): string {
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-8 -8 48 48">' +
    `<path fill="${palette.river700}" d="M-8-8h48v48H-8z"/>${markOf(palette.white, palette.stone300)}</svg>`
  );
}
