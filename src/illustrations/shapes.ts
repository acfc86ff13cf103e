/** The few shapes all pictures are made of. Each stands on its base line `y`, centred on `x`. */

/** An arch: a half circle on two straight sides. `height` is at least half of `width`. */
export function arch(x: number, y: number, width: number, height: number, fill: string): string {
  const radius = width / 2;
  const side = height - radius;
  return `<path fill="${fill}" d="M${x - radius} ${y}v${-side}a${radius} ${radius} 0 0 1 ${width} 0v${side}z"/>`;
}

/** An arch seen as a line. */
export function archLine(
  x: number,
  y: number,
  width: number,
  height: number,
  stroke: string,
  thickness: number,
): string {
  const radius = width / 2;
  const side = height - radius;
  return `<path fill="none" stroke="${stroke}" stroke-width="${thickness}" d="M${x - radius} ${y}v${-side}a${radius} ${radius} 0 0 1 ${width} 0v${side}"/>`;
}

export function disc(x: number, y: number, radius: number, fill: string): string {
  return `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}"/>`;
}

export function block(x: number, y: number, width: number, height: number, fill: string): string {
  return `<path fill="${fill}" d="M${x - width / 2} ${y - height}h${width}v${height}h${-width}z"/>`;
}

/** Someone: an arch for shoulders, a disc for the head. `size` is the width of the shoulders. */
export function person(
  x: number,
  y: number,
  size: number,
  body: string,
  head: string,
  height = size * 0.9,
): string {
  return arch(x, y, size, height, body) + disc(x, y - height - size * 0.26, size * 0.3, head);
}

/** Someone speaks: a disc with one square corner, below on the left, or on the right where `turn` is -1. */
export function bubble(x: number, y: number, size: number, fill: string, turn: 1 | -1 = 1): string {
  const half = size / 2;
  const sweep = turn === 1 ? 1 : 0;
  return `<path fill="${fill}" d="M${x - half * turn} ${y}v${-half}a${half} ${half} 0 1 ${sweep} ${half * turn} ${half}z"/>`;
}
