import { publicText } from '~/text/public.ts';
import { useText } from '~/ui/text.ts';

/** The stones of the arch from left to right: the nearer the crown, the better the grade. */
const stones = ['D', 'C', 'B', 'A', 'A+', 'A', 'B', 'C', 'D'] as const;

const stoneFill = {
  'A+': 'fill-brand-800',
  A: 'fill-brand-700',
  B: 'fill-brand-600',
  C: 'fill-brand-500',
  D: 'fill-brand-300',
} as const;

const centre = { x: 280, y: 262 };

/** One stone as a path between two radii; angles from the crown. */
function stonePath(index: number): string {
  const gap = 0.014;
  const from = (index / stones.length - 0.5) * Math.PI + gap;
  const to = ((index + 1) / stones.length - 0.5) * Math.PI - gap;
  const at = (angle: number, radius: number) =>
    `${(centre.x + Math.sin(angle) * radius).toFixed(1)} ${(centre.y - Math.cos(angle) * radius).toFixed(1)}`;
  return `M${at(from, 84)}A84 84 0 0 1 ${at(to, 84)}L${at(to, 112)}A112 112 0 0 0 ${at(from, 112)}Z`;
}

/** What the platform is, drawn: records on one bank, a score as the arch, the loan on the other. */
export function BridgeDrawing() {
  const t = useText(publicText);
  return (
    <svg
      role="img"
      aria-label={t('public.drawing')}
      viewBox="0 0 560 372"
      className="block w-full"
      fill="none"
    >
      <circle cx={centre.x} cy="150" r="128" className="fill-seal-50" />
      <Water />
      <Records />
      <Bank />
      <path
        d="M46 236C120 226 190 132 280 132s160 94 234 104v26H46Z"
        className="fill-sheet stroke-brand-800"
        strokeWidth="2"
      />
      <path
        d="M6 238h44v24H6ZM510 238h44v24h-44Z"
        className="fill-brand-100 stroke-brand-800"
        strokeWidth="2"
      />
      <path d="M168 261a112 112 0 0 1 224 0Z" className="fill-paper" />
      {stones.map((grade, index) => (
        <path key={index} d={stonePath(index)} className={stoneFill[grade]} />
      ))}
      <Deck />
      <g className="fill-ink text-[1.125rem] font-semibold" textAnchor="middle">
        <text x="76" y="356">
          {t('public.drawing-records')}
        </text>
        <text x={centre.x} y="356">
          {t('public.drawing-score')}
        </text>
        <text x="484" y="356">
          {t('public.drawing-loan')}
        </text>
      </g>
    </svg>
  );
}

const way = 'M46 236C120 226 190 132 280 132s160 94 234 104';

/** Where the posts of the left half of the railing stand on the way; the right half mirrors them. */
const posts = [
  [70, 230],
  [106, 213],
  [142, 190],
  [178, 167],
  [214, 148],
  [250, 135],
] as const;

/** Railing, the way across, and the seal at the crown. */
function Deck() {
  return (
    <g strokeLinecap="round" className="stroke-brand-800">
      <path d={way} strokeWidth="6" />
      <path d={way} strokeWidth="2" transform="translate(0 -22)" />
      {posts.map(([x, y]) => (
        <path key={x} d={`M${x} ${y}v-22M${2 * centre.x - x} ${y}v-22`} strokeWidth="2" />
      ))}
      <path d="M280 132v-22" strokeWidth="2" />
      <rect x="256" y="52" width="48" height="48" rx="6" className="fill-seal-600 stroke-none" />
      <path
        d="M264 78c7-2 10-12 16-12s9 10 16 12M270 86a10 10 0 0 1 20 0"
        strokeWidth="3"
        className="stroke-sheet"
      />
    </g>
  );
}

/** The river, and the arch's reflection that closes it into a full moon. */
function Water() {
  return (
    <g strokeLinecap="round">
      <path
        d="M184 268a96 62 0 0 0 192 0"
        className="stroke-brand-200"
        strokeWidth="16"
        strokeDasharray="26 5"
      />
      <path d="M10 265H550" className="stroke-brand-500" strokeWidth="2" />
      <path
        d="M60 284h70M210 290h46M300 284h92M430 290h60M120 306h110M330 306h70M260 322h52"
        className="stroke-brand-200"
        strokeWidth="2.5"
      />
    </g>
  );
}

/** Sheets of records on the left bank. */
function Records() {
  const sheets = [
    { x: 10, y: 134, turn: -8 },
    { x: 38, y: 122, turn: 0 },
    { x: 66, y: 130, turn: 8 },
  ];
  return (
    <g>
      {sheets.map((sheet) => (
        <g key={sheet.x} transform={`rotate(${sheet.turn} ${sheet.x + 28} ${sheet.y + 40})`}>
          <rect
            x={sheet.x}
            y={sheet.y}
            width="56"
            height="74"
            rx="3"
            className="fill-sheet stroke-brand-700"
            strokeWidth="2"
          />
          <path
            d={`M${sheet.x + 10} ${sheet.y + 18}h24M${sheet.x + 10} ${sheet.y + 32}h36M${sheet.x + 10} ${sheet.y + 44}h36M${sheet.x + 10} ${sheet.y + 56}h22`}
            className="stroke-brand-300"
            strokeWidth="3"
            strokeLinecap="round"
          />
          <path
            d={`M${sheet.x + 38} ${sheet.y + 57}l4 4 7-9`}
            className="stroke-seal-600"
            strokeWidth="3"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </g>
      ))}
    </g>
  );
}

/** The bank on the right bank, and a coin on its way down the bridge. */
function Bank() {
  return (
    <g strokeLinejoin="round">
      <path d="M444 168l52-30 52 30Z" className="fill-brand-100 stroke-brand-800" strokeWidth="2" />
      <path d="M450 168h92v10h-92Z" className="fill-brand-800" />
      {[462, 485, 507, 530].map((x) => (
        <path key={x} d={`M${x} 180v46`} className="stroke-brand-700" strokeWidth="7" />
      ))}
      <path d="M444 228h104v10H444Z" className="fill-brand-800" />
      <circle cx="388" cy="124" r="22" className="fill-sheet stroke-seal-600" strokeWidth="3" />
      <path
        d="M379 112l9 12 9-12M388 124v13M380 126h16M380 132h16"
        className="stroke-seal-600"
        strokeWidth="2.5"
        strokeLinecap="round"
      />
    </g>
  );
}
