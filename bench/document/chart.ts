import type { ComparedRow } from '../modes/compare-summary.js';

const width = 860;
const left = 150;
const right = 90;
const barHeight = 20;
const barGap = 6;
const groupGap = 34;
const top = 84;

const colours = new Map([
  ['wallet', '#2563eb'],
  ['ceiling', '#94a3b8'],
  ['function', '#d97706'],
  ['row-lock', '#b91c1c'],
]);
const otherColour = '#6b7280';

type Bar = Pick<ComparedRow, 'implementation' | 'connections' | 'perSecond'>;

/** The rates of all implementations as bars, grouped by the number of connections: a self-contained SVG. */
export function drawChart({ rows, caption }: { rows: Bar[]; caption: string }): string {
  const groups = [...new Set(rows.map(({ connections }) => connections))].map((connections) => ({
    connections,
    bars: rows.filter((row) => row.connections === connections),
  }));
  const scale = (width - left - right) / Math.max(...rows.map(({ perSecond }) => perSecond));
  const drawn: string[] = [];
  let y = top;
  for (const { connections, bars } of groups) {
    drawn.push(text(16, y - 8, callers(connections), 'class="group"'));
    for (const bar of bars) {
      drawn.push(drawBar(bar, y, scale));
      y += barHeight + barGap;
    }
    y += groupGap;
  }
  const height = y - groupGap + 24;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title">
<title id="title">Top-ups per second of each implementation, by the number of connections</title>
<style>
  text { font: 13px system-ui, sans-serif; fill: #1f2937 }
  .heading { font-size: 17px; font-weight: 600 }
  .group { font-weight: 600 }
  .caption { fill: #6b7280 }
</style>
<rect width="${width}" height="${height}" fill="#ffffff"/>
${text(16, 26, 'Top-ups per second, each committed durably', 'class="heading"')}
${text(16, 46, caption, 'class="caption"')}
${drawn.join('\n')}
</svg>
`;
}

function callers(connections: number): string {
  return connections === 1 ? '1 connection' : `${connections} connections`;
}

function drawBar({ implementation, perSecond }: Bar, y: number, scale: number): string {
  const length = Math.max(1, perSecond * scale);
  const middle = y + barHeight / 2 + 5;
  return [
    text(left - 8, middle, implementation, 'text-anchor="end"'),
    `<rect x="${left}" y="${y}" width="${length.toFixed(1)}" height="${barHeight}" rx="2" fill="${colours.get(implementation) ?? otherColour}"/>`,
    text(left + length + 8, middle, Math.round(perSecond).toLocaleString('en'), ''),
  ].join('\n');
}

function text(x: number, y: number, content: string, attributes: string): string {
  const escaped = content.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<text x="${Number(x.toFixed(1))}" y="${y}" ${attributes}>${escaped}</text>`.replace(' >', '>');
}
