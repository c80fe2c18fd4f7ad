import { system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { listWaitingObjections } from '~/server/privacy/list-waiting-objections.ts';
import { listCases } from '~/server/repair/list-cases.ts';
import { translate } from '~/text/define.ts';
import { rightsCliText } from '~/text/rights-cli.ts';
import { defineCommand, flagOption } from '../command.ts';

/** Sorts what no clock runs for behind everything that has one. */
const noDay = '9999-12-31';
type Cases = Awaited<ReturnType<typeof listCases>>;

export const command = defineCommand({
  name: 'rights',
  summary: rightsCliText['rights.cli.summary'],
  readsOnly: true,
  options: {
    overdue: flagOption(rightsCliText['rights.cli.overdue']),
  },
  async run({ options, locale }) {
    const t = translate(rightsCliText, locale);
    const today = clock.today();
    const persons = (await listWaitingObjections(system('cli.rights'))).map(({ isOverdue: _, ...each }) => ({
      ...each,
      case: 'person-objection' as const,
    }));
    const cases = [...(await everyCase()).flatMap(casesOf), ...persons]
      .filter(({ dueOn }) => !options.overdue || (dueOn !== null && dueOn < today))
      .sort((a, b) => (a.dueOn ?? noDay).localeCompare(b.dueOn ?? noDay));
    const name = (each: (typeof cases)[number]) => (locale === 'en' ? each.itemEn : each.itemZh);
    const lines = cases.map((each) =>
      t('rights.cli.line', each.case, each.dueOn ?? '—', each.firm, name(each), each.state),
    );
    const found = t('rights.cli.found', cases.length);
    return { ok: true, json: { today, cases }, lines: [...lines, found] };
  },
});

/** Page after page, as the desk reads them. */
async function everyCase(): Promise<Cases[]> {
  const pages: Cases[] = [];
  for (let page = 0; page === 0 || pages.at(-1)?.more; page += 1)
    pages.push(await listCases(system('cli.rights'), { state: 'pending', page }));
  return pages;
}

const casesOf = ({ objections, repairs }: Cases) => [
  ...objections.map((each) => ({ ...each, case: 'objection' as const })),
  ...repairs.map((each) => ({ ...each, case: 'repair' as const })),
];
