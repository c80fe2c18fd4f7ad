import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { cx } from '../class-names.ts';
import { ChartFrame, type ChartProps, type ChartTable } from './chart-frame.tsx';

export type MapTile = {
  readonly key: string;
  readonly name: string;
  readonly text: string;
  /** 0 (nothing) to 5 (most): how deep the tile is inked. */
  readonly level: 0 | 1 | 2 | 3 | 4 | 5;
  /** Columns from the west, rows from the north. */
  readonly column: number;
  readonly row: number;
  readonly to?: string | undefined;
};

type TileMapProps = ChartProps & { readonly tiles: readonly MapTile[]; readonly table: ChartTable };

const size = { width: 132, height: 64, gap: 6 } as const;

const inks = [
  { tile: 'fill-sheet stroke-line', text: 'fill-ink-soft' },
  { tile: 'fill-brand-50 stroke-brand-200', text: 'fill-ink' },
  { tile: 'fill-brand-100 stroke-brand-200', text: 'fill-ink' },
  { tile: 'fill-brand-200 stroke-brand-300', text: 'fill-ink' },
  { tile: 'fill-brand-500 stroke-brand-500', text: 'fill-white' },
  { tile: 'fill-brand-800 stroke-brand-800', text: 'fill-white' },
] as const;

/** Regions as equal tiles, roughly as they lie: small ones are seen as well as large ones. The table behind has the same links. */
export function TileMap({ tiles, table, ...head }: TileMapProps) {
  const columns = Math.max(1, ...tiles.map(({ column }) => column + 1));
  const rows = Math.max(1, ...tiles.map(({ row }) => row + 1));
  const box = `0 0 ${columns * (size.width + size.gap)} ${rows * (size.height + size.gap)}`;
  return (
    <ChartFrame {...head} table={table}>
      <svg aria-hidden viewBox={box} width={columns * (size.width + size.gap)} className="h-auto max-w-full">
        {tiles.map((tile) => (
          <Tile key={tile.key} tile={tile} />
        ))}
      </svg>
    </ChartFrame>
  );
}

function Tile({ tile }: { tile: MapTile }) {
  const x = tile.column * (size.width + size.gap);
  const y = tile.row * (size.height + size.gap);
  const ink = inks[tile.level];
  return (
    <Opening to={tile.to}>
      <rect x={x + 1} y={y + 1} width={size.width} height={size.height} rx="6" className={ink.tile} />
      <text x={x + 12} y={y + 26} className={cx('text-sm', ink.text)}>
        {tile.name}
      </text>
      <text x={x + 12} y={y + 50} className={cx('num text-lg font-semibold', ink.text)}>
        {tile.text}
      </text>
    </Opening>
  );
}

/** The drawing is for the eye and the mouse; keyboards and readers take the links of the table. */
function Opening({ to, children }: { to: string | undefined; children: ReactNode }) {
  if (!to) return <g>{children}</g>;
  return (
    <Link to={to} tabIndex={-1}>
      {children}
    </Link>
  );
}
