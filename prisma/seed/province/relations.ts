import { addDays, type Day } from '~/domain/kernel/day.ts';
import type { ProvinceFirm } from './firms.ts';
import { random } from './random.ts';
import type { SourceRow, Supply } from './supply.ts';

/** A register's mark of a natural person: not a number of a document. */
const markOf = (no: number): string => `P-${String(no).padStart(7, '0')}`;
const surnames = ['马', '王', '李', '张', '杨', '刘', '白', '丁', '哈', '纳'];
const nameOf = (no: number): string => `${surnames[no % surnames.length]}某`;

/**
 * What the register publishes of who is tied to whom: a controller for companies, some of whom run several firms, and
 * guarantees that firms gave for each other. Firms with a story stand in one small circle.
 */
export function makeRelations(firms: readonly ProvinceFirm[], base: Day): Supply[] {
  const companies = firms.filter(({ kind }) => kind === 'company');
  const rows = companies.flatMap((firm, at) => tiesOf(firm, companies, at, base));
  return [{ item: 'registration.relation', rows }];
}

function tiesOf(firm: ProvinceFirm, companies: readonly ProvinceFirm[], at: number, base: Day): SourceRow[] {
  const r = random(`relations ${firm.no}`);
  if (!firm.hasStory && !r.chance(0.25)) return [];
  const common = { uscc: firm.uscc, date: firm.establishedOn, knownOn: addDays(base, -40) };
  const neighbour = companies[(at + 1) % companies.length] as ProvinceFirm;
  // Every sixth of them is run by whoever runs the next one.
  const person = r.chance(1 / 6) ? neighbour.no : firm.no;
  const owner = { reference: markOf(person), note: nameOf(person) };
  const share = `${r.whole(51, 100)}%`;
  const ties: SourceRow[] = [{ ...common, category: 'controller', quantity: share, ...owner }];
  const isGuarantor = firm.hasStory ? neighbour.hasStory && at % 3 !== 0 : r.chance(0.3);
  if (isGuarantor && neighbour !== firm)
    ties.push({
      ...common,
      date: addDays(base, -r.whole(60, 700)),
      category: 'guarantee',
      reference: neighbour.uscc,
      note: neighbour.name,
    });
  return ties.filter(({ date }) => date >= firm.establishedOn);
}
