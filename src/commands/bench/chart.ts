import { escapedHtml } from './plain-fences.ts';
import type { Summary } from './summary.ts';

interface Row {
  readonly title: string;
  readonly isOurs: boolean;
  readonly values: readonly number[];
}

const width = 880;
const labelWidth = 190;
const gap = 40;
const rowHeight = 26;
const barHeight = 14;
const panelHead = 58;
const columnTitles = ['Full build, search included', 'One edit, until it is live'];
/** What is left at both sides. */
const margin = 24;
const columnWidth = (width - labelWidth - gap - margin) / 2;
/** Room for the number behind the longest bar. */
const numberWidth = 62;

/**
 * The seconds of full builds and edits as bars, a panel for each size, shorter is better. Colours follow the reader’s
 * light or dark setting; each panel has a scale of its own, the same for both columns.
 */
export function chart(
  summaries: readonly Summary[],
  systems: readonly { name: string; title: string }[],
): string {
  const sizes = [...new Set(summaries.map(({ size }) => size))];
  let top = 46;
  const panels = sizes.map((size) => {
    const rows = systems.flatMap(({ name, title }) => {
      const found = summaries.find((one) => one.size === size && one.system === name);
      if (!found) return [];
      return [{ title, isOurs: name === 'ours', values: [found.seconds.full, found.seconds.edit] }];
    });
    const drawn = panel(size, rows, top);
    top += panelHead + rows.length * rowHeight + 22;
    return drawn;
  });
  const heads = columnTitles.map(
    (title, at) => `<text class="head" x="${columnX(at)}" y="26">${title}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${top}" width="${width}" height="${top}" role="img" aria-label="Seconds of builds by system and size">
<style>${style}</style>
<rect class="ground" width="${width}" height="${top}" rx="10" />
${heads.join('\n')}
${panels.join('\n')}
</svg>
`;
}

const style = `
text { font: 14px system-ui, sans-serif; fill: #26323f; }
.head { font-weight: 650; }
.size { font-size: 20px; font-weight: 700; }
.unit, .number { fill: #5b6876; font-size: 13px; }
.ours { font-weight: 700; }
.number.ours { fill: #26323f; }
.ground { fill: #fbfaf7; }
.line { stroke: #26323f; stroke-opacity: 0.16; }
.bar { fill: #aeb9c4; }
.bar.ours { fill: #c8402f; }
@media (prefers-color-scheme: dark) {
text, .number.ours { fill: #e8edf2; }
.unit, .number { fill: #a3b0bd; }
.ground { fill: #151b22; }
.line { stroke: #e8edf2; }
.bar { fill: #566472; }
.bar.ours { fill: #f0705c; }
}
`;

function panel(size: number, rows: readonly Row[], top: number): string {
  const most = Math.max(...rows.flatMap(({ values }) => values));
  const title = `<text class="size" x="24" y="${top + 34}">${size.toLocaleString('en')}<tspan class="unit" dx="6">pages</tspan></text>`;
  const line = `<line class="line" x1="24" x2="${width - 24}" y1="${top}" y2="${top}" />`;
  const bars = rows.map((row, at) => {
    const y = top + panelHead + at * rowHeight;
    const name = row.isOurs ? ' ours' : '';
    const label = `<text class="${name.trim() || 'name'}" x="24" y="${y + barHeight - 2}">${escapedHtml(row.title)}</text>`;
    const columns = row.values.map((value, column) => {
      const length = Math.max(2, ((columnWidth - numberWidth) * value) / most);
      const x = columnX(column);
      return `<rect class="bar${name}" x="${x}" y="${y}" width="${length.toFixed(1)}" height="${barHeight}" rx="3" /><text class="number${name}" x="${(x + length + 8).toFixed(1)}" y="${y + barHeight - 2}">${value < 10 ? value.toFixed(1) : value.toFixed(0)} s</text>`;
    });
    return `${label}${columns.join('')}`;
  });
  return [line, title, ...bars].join('\n');
}

function columnX(column: number): number {
  return labelWidth + column * (columnWidth + gap);
}
