import { demoAccounts } from '#prisma/seed/accounts.ts';
import type { ProvinceFirm } from '#prisma/seed/province/firms.ts';
import { synthesiseUscc, type Uscc } from '~/domain/enterprise/uscc.ts';
import { addDays, type Day } from '~/domain/kernel/day.ts';
import entries from './named-firms.json' with { type: 'json' };

/** The named firms of the demo province: seed, integration tests and journeys speak of them by these keys. */
export const firmKeys = [
  'bakery',
  'machinery',
  'noodle-shop',
  'start-up',
  'textile',
  'logistics',
  'printing',
  'winery',
  'building-materials',
  'guesthouse',
  'garments',
  'snacks',
  'teahouse',
] as const;
export type FirmKey = (typeof firmKeys)[number];

/** A firm with a story and the person who acts for it. */
export type StoryFirm = ProvinceFirm & {
  readonly key: string;
  readonly owner: { readonly login: string; readonly name: string; readonly demo: boolean };
};

type Entry = (typeof entries)[number];

/** The entry of a firm, and the serial of its code: its place in the list. */
function entryOf(key: FirmKey): { entry: Entry; serial: number } {
  const at = entries.findIndex((each) => each.key === key);
  const entry = entries[at];
  if (!entry) throw new Error(`no named firm ${key}`);
  return { entry, serial: at + 1 };
}

const kindOf = (entry: Entry) => (entry.kind === 'sole-trader' ? 'sole-trader' : 'company');

/** The credit code of a named firm: invented, valid, the same at every seeding. */
export function usccOf(key: FirmKey): Uscc {
  const { entry, serial } = entryOf(key);
  return synthesiseUscc({ regionCode: entry.region, serial, kind: kindOf(entry) });
}

/** Their streams of invented records are kept apart from those of the province's numbered firms. */
const firstNumber = 900_000;

/** A named firm as of the day of the first start. */
export function namedFirm(key: FirmKey, base: Day): StoryFirm {
  const { entry, serial } = entryOf(key);
  const { login } = entry.owner;
  const account = demoAccounts.find((each) => each.login === login);
  const name = account?.zh ?? ('name' in entry.owner ? entry.owner.name : undefined) ?? '';
  const { region, industry, section, quality, employees, revenue } = entry;
  return {
    key,
    no: firstNumber + serial,
    uscc: usccOf(key),
    name: entry.name,
    kind: kindOf(entry),
    region,
    industry,
    section,
    establishedOn: addDays(base, -Math.round(entry.years * 365.25)),
    status: 'active',
    quality,
    employees,
    revenue,
    hasStory: true,
    owner: { login, name, demo: account !== undefined },
  };
}
