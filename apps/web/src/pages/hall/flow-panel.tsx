import { Link } from 'react-router';
import type { Schemas } from '../../api/client.ts';
import { useWords } from '../../text/words.ts';
import { useCounties } from '../../ui/places.ts';
import { hallWords } from './hall.words.ts';
import { Panel } from './panel.tsx';

type Flow = Schemas['HallFlowView'];
type Row = Schemas['HallFlowRowView'];

/**
 * Where a tile stands: roughly north to south and west to east. Our own arrangement of eight tiles, no outline of any
 * map: outlines of administrative areas may only be shown from a map that was approved.
 */
const tiles: Readonly<Record<string, readonly [column: number, row: number]>> = {
  '621022': [0, 0],
  '621023': [2, 0],
  '621027': [0, 1],
  '621021': [1, 1],
  '621024': [2, 1],
  '621002': [1, 2],
  '621026': [2, 2],
  '621025': [3, 2],
};
const outside = 'outside';
const outsideTile = [3, 0] as const;
const [tileWidth, tileHeight, gapX, gapY] = [150, 76, 50, 42];
const columns = 4;
const rows = 3;

const tileOf = (place: string): string => (place in tiles ? place : outside);
const cornerOf = (tile: string): { x: number; y: number } => {
  const [column, row] = tiles[tile] ?? outsideTile;
  return { x: column * (tileWidth + gapX), y: row * (tileHeight + gapY) };
};

interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

/** Flows between tiles: places elsewhere are one tile. */
function arrowsOf(flows: readonly Row[]): Arrow[] {
  const sums = new Map<string, Arrow>();
  for (const { sellerPlace, buyerPlace, count } of flows) {
    if (count === null) continue;
    const [from, to] = [tileOf(sellerPlace), tileOf(buyerPlace)];
    const key = `${from}>${to}`;
    sums.set(key, { from, to, count: count + (sums.get(key)?.count ?? 0) });
  }
  return [...sums.values()];
}

export function FlowPanel({ flow }: { readonly flow: Flow }) {
  const t = useWords(hallWords);
  const arrows = arrowsOf(flow.rows);
  return (
    <Panel area="flow" title={t.flow} note={t.flowNote(flow.from, flow.to)} table={<FlowTable flow={flow} />}>
      {arrows.length === 0 && <p>{t.flowEmpty}</p>}
      <Tiles arrows={arrows} />
    </Panel>
  );
}

function Tiles({ arrows }: { readonly arrows: readonly Arrow[] }) {
  const t = useWords(hallWords);
  const counties = useCounties();
  const most = Math.max(1, ...arrows.map(({ count }) => count));
  const sum = (wanted: (arrow: Arrow) => boolean): number =>
    arrows.filter(wanted).reduce((total, { count }) => total + count, 0);
  const width = columns * tileWidth + (columns - 1) * gapX;
  const height = rows * tileHeight + (rows - 1) * gapY;
  return (
    <svg viewBox={`-8 -8 ${width + 16} ${height + 16}`} className="hall-tiles" role="group" aria-label={t.flow}>
      <defs>
        <marker
          id="hall-tip"
          viewBox="0 0 10 10"
          refX="9"
          refY="5"
          markerWidth="14"
          markerHeight="14"
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path d="M0 0 10 5 0 10z" fill="#ffc35c" />
        </marker>
      </defs>
      {[...Object.keys(tiles), outside].map((tile) => {
        const { x, y } = cornerOf(tile);
        const name = tile === outside ? t.outside : (counties.find(({ value }) => value === tile)?.label ?? tile);
        const [out, into, within] = [
          sum(({ from, to }) => from === tile && to !== tile),
          sum(({ from, to }) => to === tile && from !== tile),
          sum(({ from, to }) => from === tile && to === tile),
        ];
        return (
          <g key={tile} transform={`translate(${x} ${y})`} className={tile === outside ? 'tile elsewhere' : 'tile'}>
            <rect width={tileWidth} height={tileHeight} rx="10" />
            <text x={tileWidth / 2} y="32" className="name">
              {tile === outside ? name : <Link to={`/search?kind=demands&county=${tile}`}>{name}</Link>}
            </text>
            <text x={tileWidth / 2} y="58">
              {out + into > 0 ? `${t.outward(out)} · ${t.inward(into)}` : within > 0 ? t.within(within) : '·'}
            </text>
          </g>
        );
      })}
      {arrows
        .filter(({ from, to }) => from !== to)
        .map((arrow) => (
          <path
            key={`${arrow.from}>${arrow.to}`}
            className="flow"
            d={curve(arrow.from, arrow.to)}
            strokeWidth={2 + (arrow.count / most) * 6}
            markerEnd="url(#hall-tip)"
          />
        ))}
    </svg>
  );
}

/** From edge to edge, bent to one side so that there and back are two lines. */
function curve(from: string, to: string): string {
  const [a, b] = [middleOf(from), middleOf(to)];
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = Math.hypot(dx, dy);
  const bend = { x: (a.x + b.x) / 2 - (dy / length) * 34, y: (a.y + b.y) / 2 + (dx / length) * 34 };
  const [start, end] = [edge(a, bend), edge(b, bend)];
  return `M${start.x} ${start.y}Q${bend.x} ${bend.y} ${end.x} ${end.y}`;
}

const middleOf = (tile: string): { x: number; y: number } => {
  const { x, y } = cornerOf(tile);
  return { x: x + tileWidth / 2, y: y + tileHeight / 2 };
};

function edge(middle: { x: number; y: number }, towards: { x: number; y: number }): { x: number; y: number } {
  const [dx, dy] = [towards.x - middle.x, towards.y - middle.y];
  const share = Math.min(tileWidth / 2 / Math.max(1, Math.abs(dx)), tileHeight / 2 / Math.max(1, Math.abs(dy)), 1);
  return { x: middle.x + dx * share, y: middle.y + dy * share };
}

export function FlowTable({ flow }: { readonly flow: Flow }) {
  const t = useWords(hallWords);
  return (
    <table>
      <caption className="visually-hidden">{t.flow}</caption>
      <thead>
        <tr>
          <th scope="col">{t.from}</th>
          <th scope="col">{t.to}</th>
          <th scope="col">{t.number}</th>
        </tr>
      </thead>
      <tbody>
        {flow.rows.length === 0 && (
          <tr>
            <td colSpan={3}>{t.flowEmpty}</td>
          </tr>
        )}
        {flow.rows.map((row) => (
          <tr key={`${row.sellerPlace}>${row.buyerPlace}`}>
            <td>{row.sellerName}</td>
            <td>{row.buyerName}</td>
            <td>{row.count ?? t.hidden}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
