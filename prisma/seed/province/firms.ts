import { readReference } from '#prisma/seed/read-csv.ts';
import type { Uscc } from '~/domain/enterprise/uscc.ts';
import { synthesiseUscc } from '~/domain/enterprise/uscc.ts';
import { addDays, type Day } from '~/domain/kernel/day.ts';
import { type Random, random } from './random.ts';
import words from './words.json' with { type: 'json' };

/** An invented firm: nothing about it, its code or its name was looked up in a register. */
export type ProvinceFirm = {
  readonly no: number;
  readonly uscc: Uscc;
  readonly name: string;
  readonly kind: 'company' | 'sole-trader';
  readonly region: string;
  readonly industry: string;
  readonly section: string;
  readonly establishedOn: Day;
  readonly status: 'active' | 'revoked' | 'cancelled' | 'moved-out';
  /** How well it is run, around 0: it moves every prevalence of its records, good and bad, so that they agree. */
  readonly quality: number;
  readonly employees: number;
  /** Yearly revenue in yuan. */
  readonly revenue: number;
  /** A named firm: all sources know it, and what goes wrong in its life is told by its story alone. */
  readonly hasStory: boolean;
};

type County = { readonly code: string; readonly name: string };

/** Serials of synthetic codes below this are kept for the named firms of the scenarios. */
const firstSerial = 10_000;

/** How the firms are spread over the five prefectures. */
const prefectures = { '6401': 46, '6402': 13, '6403': 17, '6404': 11, '6405': 13 };

/** The firms of the demo province as of a day; the same ones at every call. */
export function makeFirms(count: number, base: Day): ProvinceFirm[] {
  const counties = countiesOf('64');
  const taken = new Set<string>();
  return Array.from({ length: count }, (_, no) => makeFirm(no, base, counties, taken));
}

function countiesOf(province: string): County[] {
  return readReference('gbt2260_divisions.csv')
    .filter((row) => row.level === 'county' && row.status === 'active' && row.code?.startsWith(province))
    .map((row) => ({ code: row.code ?? '', name: row.name_zh ?? '' }));
}

function makeFirm(no: number, base: Day, counties: readonly County[], taken: Set<string>): ProvinceFirm {
  const r = random(`firm ${no}`);
  const kind = r.chance(0.68) ? 'company' : 'sole-trader';
  const prefecture = r.weighted(prefectures);
  const county = r.pick(counties.filter(({ code }) => code.startsWith(prefecture)));
  const industry = words.industries[Number(r.weighted(industryWeights))] as (typeof words.industries)[number];
  const years = Math.min(26, 0.6 + Math.exp(1.5 + 0.7 * r.normal()));
  const quality = r.normal();
  const employees =
    kind === 'company' ? Math.max(1, Math.round(Math.exp(1.9 + 0.35 * quality + r.normal()))) : r.whole(1, 5);
  return {
    no,
    uscc: synthesiseUscc({ regionCode: county.code, serial: firstSerial + no, kind }),
    name: nameOf(r, kind, county.name, industry[kind === 'company' ? 'company' : 'trader'], taken),
    kind,
    region: county.code,
    industry: industry.code,
    section: industry.section,
    establishedOn: addDays(base, -Math.round(years * 365.25)),
    status: statusOf(r, quality),
    quality,
    employees,
    revenue: Math.round(employees * 260_000 * Math.exp(0.3 * quality + 0.5 * r.normal())),
    hasStory: false,
  };
}

const industryWeights = Object.fromEntries(words.industries.map(({ weight }, i) => [String(i), weight]));

function statusOf(r: Random, quality: number): ProvinceFirm['status'] {
  if (!r.chance(0.03 * Math.exp(-0.6 * quality))) return 'active';
  return r.weighted({ revoked: 5, cancelled: 3, 'moved-out': 2 }) as ProvinceFirm['status'];
}

/** Place, trade name, trade, form: 兴庆区禾润食品有限公司; sole traders go by a surname as often as not. */
function nameOf(
  r: Random,
  kind: ProvinceFirm['kind'],
  place: string,
  trade: string,
  taken: Set<string>,
): string {
  for (;;) {
    const own =
      kind === 'sole-trader' && r.chance(0.45)
        ? `${r.pick(['老', '小'])}${r.pick(words.surnames)}`
        : r.pick(words.trades);
    const second = r.chance(0.35) ? (r.pick(words.trades).at(0) ?? '') : '';
    const name = `${place}${own}${second}${trade}${kind === 'company' ? '有限公司' : ''}`;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}
