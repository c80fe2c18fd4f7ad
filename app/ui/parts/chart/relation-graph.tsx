import type { ReactNode } from 'react';
import { cx } from '../class-names.ts';
import { ChartFrame, type ChartProps, type ChartTable } from './chart-frame.tsx';

export type GraphNode = {
  readonly key: string;
  readonly name: string;
  readonly type: 'self' | 'firm' | 'party';
  /** Whole units around the middle. */
  readonly x: number;
  readonly y: number;
};

/** How a tie is drawn: whole for ownership and control, broken for guarantees, dotted for trade. */
export type GraphLine = 'whole' | 'broken' | 'dotted';

export type GraphEdge = {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly line: GraphLine;
  /** Drawn with an arrow at its end. */
  readonly directed?: boolean;
};

type RelationGraphProps = ChartProps & {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly table: ChartTable;
  readonly legend: ReactNode;
};

const lineInk = {
  whole: { dashes: undefined, ink: 'stroke-edge' },
  broken: { dashes: '5 4', ink: 'stroke-seal-600' },
  dotted: { dashes: '1.5 4', ink: 'stroke-brand-500' },
} as const;

const nodeInk = {
  self: 'fill-brand-800 stroke-brand-800',
  firm: 'fill-brand-500 stroke-brand-500',
  party: 'fill-sheet stroke-edge',
} as const;

/** Who is tied to whom, drawn around one in the middle; every tie is in the table behind. */
export function RelationGraph({ nodes, edges, table, legend, ...head }: RelationGraphProps) {
  const places = new Map(nodes.map((node) => [node.key, node]));
  const top = Math.min(-60, ...nodes.map(({ y }) => y)) - 48;
  const height = Math.max(60, ...nodes.map(({ y }) => y)) + 64 - top;
  const width = Math.max(150, ...nodes.map(({ x }) => Math.abs(x))) + 90;
  return (
    <ChartFrame {...head} table={table}>
      <div className="overflow-x-auto rounded-sheet border border-line bg-sheet p-2">
        <svg
          aria-hidden
          viewBox={`${-width} ${top} ${width * 2} ${height}`}
          className={cx(
            'mx-auto block h-auto w-full max-w-3xl',
            // few nodes shrink with a narrow screen, and their names must not; many are scrolled
            nodes.length > 6 ? 'min-w-[34rem] text-[11px]' : 'text-[15px] sm:text-[11px]',
          )}
        >
          {edges.map((edge) => (
            <Edge key={`${edge.from} ${edge.to} ${edge.label}`} edge={edge} places={places} />
          ))}
          {nodes.map((node) => (
            <g key={node.key}>
              <circle
                cx={node.x}
                cy={node.y}
                r={node.type === 'self' ? 11 : 7}
                strokeWidth="2"
                className={nodeInk[node.type]}
              />
              <text
                x={node.x}
                y={node.y + (node.y < -40 ? -13 : 22)}
                textAnchor="middle"
                paintOrder="stroke"
                strokeWidth="4"
                className={cx('fill-ink stroke-sheet', node.type === 'self' && 'font-semibold')}
              >
                {linesOf(node.name).map((line, at, { length }) => (
                  <tspan
                    key={`${at} ${line}`}
                    x={node.x}
                    dy={at > 0 ? '1.2em' : node.y < -40 ? `${-1.2 * (length - 1)}em` : undefined}
                  >
                    {line}
                  </tspan>
                ))}
                <title>{node.name}</title>
              </text>
            </g>
          ))}
        </svg>
      </div>
      {legend}
    </ChartFrame>
  );
}

function Edge({ edge, places }: { edge: GraphEdge; places: ReadonlyMap<string, GraphNode> }) {
  const [from, to] = [places.get(edge.from), places.get(edge.to)];
  if (!from || !to) return null;
  return (
    <g>
      <line
        x1={from.x}
        y1={from.y}
        x2={to.x}
        y2={to.y}
        strokeWidth="1.5"
        strokeDasharray={lineInk[edge.line].dashes}
        strokeLinecap={edge.line === 'dotted' ? 'round' : undefined}
        className={lineInk[edge.line].ink}
      >
        <title>{edge.label}</title>
      </line>
      {edge.directed ? <path d={arrowAt(from, to)} className="fill-edge" /> : null}
    </g>
  );
}

/** A small triangle that points at a node, clear of its circle. */
function arrowAt(from: GraphNode, to: GraphNode): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const tip = to.type === 'self' ? 14 : 10;
  const at = (back: number, aside: number) =>
    `${Math.round(10 * (to.x - dx * back - dy * aside)) / 10} ${Math.round(10 * (to.y - dy * back + dx * aside)) / 10}`;
  return `M${at(tip, 0)}L${at(tip + 9, 4.5)}L${at(tip + 9, -4.5)}Z`;
}

const longestLine = { wide: 9, narrow: 18 } as const;
const mostLines = 3;

/** A name over a few lines, broken between words where it has any; of a very long one the end is in the table. */
function linesOf(name: string): string[] {
  const isNarrow = /^[\u0020-\u024f\u2010-\u2027]+$/.test(name);
  const words = isNarrow ? name.split(' ') : [...name];
  const rows = Math.ceil(name.length / longestLine.wide);
  const most = isNarrow ? longestLine.narrow : Math.ceil(name.length / rows);
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    const joined = last === undefined ? word : `${last}${isNarrow ? ' ' : ''}${word}`;
    if (last !== undefined && joined.length <= most) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines.length <= mostLines ? lines : [...lines.slice(0, mostLines - 1), `${lines[mostLines - 1]}…`];
}

/** What the marks and lines of a graph mean. */
export function GraphLegend({
  items,
  lines = [],
}: {
  readonly items: readonly { readonly type: GraphNode['type']; readonly text: string }[];
  readonly lines?: readonly { readonly line: GraphLine; readonly text: string }[];
}) {
  return (
    <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink-soft">
      {items.map(({ type, text }) => (
        <li key={type} className="inline-flex items-center gap-1.5">
          <svg aria-hidden className="size-4" viewBox="0 0 16 16">
            <circle cx="8" cy="8" r="5.5" strokeWidth="2" className={nodeInk[type]} />
          </svg>
          {text}
        </li>
      ))}
      {lines.map(({ line, text }) => (
        <li key={line} className="inline-flex items-center gap-1.5">
          <svg aria-hidden className="h-4 w-6" viewBox="0 0 24 16">
            <line
              x1="1"
              y1="8"
              x2="23"
              y2="8"
              strokeWidth="2"
              strokeDasharray={lineInk[line].dashes}
              strokeLinecap={line === 'dotted' ? 'round' : undefined}
              className={lineInk[line].ink}
            />
          </svg>
          {text}
        </li>
      ))}
    </ul>
  );
}
