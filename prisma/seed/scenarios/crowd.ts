import type { ProvinceFirm } from '#prisma/seed/province/firms.ts';
import { type Random, random } from '#prisma/seed/province/random.ts';
import words from '#prisma/seed/province/words.json' with { type: 'json' };
import type { DeclineReason } from '~/domain/application/decline-reason.ts';
import { addWorkingDays } from '~/domain/institution/working-days.ts';
import { addDays, daysBetween } from '~/domain/kernel/day.ts';
import type { Verdict } from '~/domain/monitoring/case.ts';
import type { Collateral, Purpose } from '~/domain/product/vocabulary.ts';
import { closeCase, proposeOffer } from './bank-acts.ts';
import { isPutAside, type Leaver, losesItsOfficer } from './case-acts.ts';
import type { Step, Story } from './chronicle.ts';
import crowd from './crowd.json' with { type: 'json' };
import {
  applies,
  before,
  isDeclined,
  isFunded,
  isOffered,
  isReported,
  isTakenUp,
  joins,
} from './episodes.ts';
import { answer, stateNeed, type Wish } from './firm-acts.ts';
import type { StoryFirm } from './named-firms.ts';
import { citedAndRepaired } from './rights.ts';
import troubles from './troubles.json' with { type: 'json' };
import { ago, type World } from './world.ts';

type Entry = {
  readonly industries: readonly string[];
  readonly kind?: string;
  readonly product?: string;
  readonly wan?: number;
  readonly months?: number;
  readonly purpose?: string;
  readonly collateral?: readonly string[];
};
type Funded = Entry & {
  readonly product: string;
  readonly ago: number;
  readonly trouble?: keyof typeof troubles;
};
type Underway = Entry & {
  readonly stage: string;
  readonly reasons?: readonly string[];
  /** The document of a penalty that the decline cites. */
  readonly penalty?: string;
};

/** The stories of some fifty firms of the province that have no name of their own: every desk and chart has its share. */
export function crowdStories(world: World, firms: readonly ProvinceFirm[]): Story[] {
  const choose = openChoice(world, firms);
  const funded = (crowd.funded as readonly Funded[]).map((entry) => {
    const firm = choose(entry);
    return { name: firm.key, steps: fundedSteps(world, firm, entry) };
  });
  const underway = (crowd.underway as readonly Underway[]).map((entry, i) => {
    const firm = choose(entry);
    return { name: firm.key, steps: underwaySteps(world, firm, entry, i) };
  });
  return [...funded, ...underway];
}

/** Firms in good order that could want such a loan, each once; of the same day always the same ones. */
function openChoice({ base }: World, firms: readonly ProvinceFirm[]): (entry: Entry) => StoryFirm {
  const sound = firms.filter(
    ({ status, quality, establishedOn }) =>
      status === 'active' && quality > 0.3 && daysBetween(establishedOn, base) > 1_100,
  );
  const taken = new Set<number>();
  return ({ industries, kind = 'company' }) => {
    const firm = sound.find(
      (each) =>
        !taken.has(each.no) &&
        each.kind === kind &&
        industries.some((prefix) => each.industry.startsWith(prefix)),
    );
    if (!firm) throw new Error(`no ${kind} left in ${industries.join(', ')}`);
    taken.add(firm.no);
    const login = `owner-${firm.uscc.slice(8, 16).toLowerCase()}`;
    return {
      ...firm,
      key: `firm-${firm.no}`,
      owner: { login, name: personName(random(login)), demo: false },
    };
  };
}

const personName = (r: Random): string => `${r.pick(words.surnames)}${r.pick([...givenNames])}`;
const givenNames = [
  '建国',
  '丽娟',
  '晓东',
  '海燕',
  '志强',
  '秀英',
  '文博',
  '雪梅',
  '俊杰',
  '玉兰',
  '成龙',
  '小宁',
] as const;

const wishOf = ({ wan = 0, months = 0, purpose, collateral = ['credit'] }: Entry): Wish => ({
  wan,
  months,
  purpose: purpose as Purpose,
  collateral: collateral as readonly Collateral[],
});

function fundedSteps(world: World, firm: StoryFirm, entry: Funded): Step[] {
  const { product, trouble } = entry;
  const loan = isFunded(world, firm, {
    wish: wishOf(entry),
    product,
    disbursedOn: ago(world, entry.ago),
    paysUntil: addDays(world.base, -1),
  });
  return trouble ? [...loan, ...troubleSteps(world, firm, product, trouble)] : loan;
}

type Trouble = {
  /** The signal that warns; left out, the trouble has its name. */
  readonly signal?: string;
  readonly item: string;
  /** Days before the first start on which it happened, and on which its source delivered it. */
  readonly happened: number;
  readonly known: number;
  readonly row: object;
  readonly answer?: string;
  /** Days before the first start on which the source says that it is over. */
  readonly paid?: number;
  readonly closing?: { readonly verdict: string; readonly note: string };
  /** Why the bank puts the case aside on the day after. */
  readonly aside?: string;
  readonly handedTo?: Leaver;
};

/** Something goes wrong after the loan; some firms answer, some cases are closed, some are cured. */
function troubleSteps(world: World, firm: StoryFirm, product: string, name: keyof typeof troubles): Step[] {
  const trouble: Trouble = troubles[name];
  const { signal = name, item, happened, known, row, answer: text, paid, closing } = trouble;
  const reportedOn = ago(world, known);
  const report = { date: ago(world, happened), ...row };
  const steps: Step[] = [isReported(world, firm, reportedOn, { item, rows: [report] })];
  if (text)
    steps.push({
      day: addWorkingDays(reportedOn, 2),
      what: 'answers',
      tell: () => answer(world, firm, signal, text),
    });
  if (paid !== undefined) {
    const end = ago(world, paid);
    steps.push(isReported(world, firm, addWorkingDays(end, 1), { item, rows: [{ ...report, end }] }));
  }
  if (closing) {
    const verdict = closing.verdict as Verdict;
    const close = () =>
      closeCase(world, firm, product, signal, { verdict, note: closing.note, explanation: closing.note });
    steps.push({ day: addWorkingDays(reportedOn, 4), what: 'has its case closed', tell: close });
  }
  const { aside, handedTo } = trouble;
  if (aside) steps.push(isPutAside(world, firm, { product, signal }, addDays(reportedOn, 1), aside));
  if (handedTo)
    steps.push(...losesItsOfficer(world, firm, { product, signal }, addDays(reportedOn, 1), handedTo));
  return steps;
}

/** How far a firm has come that has no loan yet. `i` spreads the days. */
function underwaySteps(world: World, firm: StoryFirm, entry: Underway, i: number): Step[] {
  const { stage, product, reasons = [], penalty } = entry;
  const wish = wishOf(entry);
  const joined = joins(world, firm, ago(world, 20 + 5 * i));
  if (stage === 'registered') return joined.slice(0, 1);
  if (stage === 'consented') return joined;
  if (stage === 'needing')
    return [
      ...joined,
      { day: ago(world, 3 + i), what: 'states a need', tell: () => stateNeed(world, firm, wish) },
    ];
  if (!product) throw new Error(`${firm.key} applies for nothing`);
  const on = (workdays: number) => before(world.base, workdays);
  const decided = stage === 'declined' ? i : (i % 3) + 1;
  const applied = (workdays: number) => [...joined, ...applies(world, firm, on(workdays), { wish, product })];
  if (stage === 'submitted') return applied(1);
  if (stage === 'declined')
    return [
      ...applied(decided + 3),
      ...isDeclined(world, firm, product, on(decided), reasons as readonly DeclineReason[]),
      ...(penalty ? citedAndRepaired(world, firm, penalty, decided) : []),
    ];
  if (stage === 'offered')
    return [...applied(decided + 3), ...isOffered(world, firm, product, on(decided), wish)];
  const taken = [...applied(4), ...isTakenUp(world, firm, product, on(3))];
  if (stage === 'in-review') return taken;
  return [
    ...taken,
    { day: on(2), what: 'is proposed', tell: () => proposeOffer(world, firm, product, wish) },
  ];
}
