import { addMonths, type Day } from '~/domain/kernel/day.ts';
import { insist } from '~/domain/kernel/result.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { changeDraft } from '~/server/policy/change-draft.ts';
import { draftForm } from '~/server/policy/forms.ts';
import { orderSimulation } from '~/server/policy/order-simulation.ts';
import { showDraft } from '~/server/policy/show-draft.ts';
import { exampleRuns } from '~/server/policy/show-scheme.ts';
import { startDraft } from '~/server/policy/start-draft.ts';
import { findPerson } from './find-person.ts';

const code = 'services-subsidy';

/** What the draft changes, as its maker would write it; the examples are worked out anew under the changed figures. */
async function formOf(maker: Person, id: string) {
  const { scheme } = insist(await showDraft(maker, id));
  const validFrom = '2027-01-01' as Day;
  const validTo = '2027-12-31' as Day;
  const body = { ...scheme.body, pointsPpm: 8_000, drawdownWindow: { from: validFrom, to: validTo } };
  const examples = exampleRuns({ ...scheme, body } as typeof scheme).map(({ zh, en, of, given, actual }) => ({
    zh,
    en,
    of,
    given,
    expect: actual,
  }));
  return draftForm.parse({
    nameZh: '服务业经营主体贷款贴息（2027，示例草案）',
    nameEn: 'Interest subsidy for service businesses 2027 (example draft)',
    legalBasis: '示例草案，没有对应文件',
    legalBasisEn: 'Example draft without a document behind it',
    jurisdiction: scheme.jurisdiction,
    validFrom,
    validTo,
    body: JSON.stringify(body),
    examples: JSON.stringify(examples),
    unverified: ['pointsPpm', 'drawdownWindow', ...scheme.unverified].join('\n'),
    note: '示例：假设贴息由1个百分点降为0.8个百分点，先测算对企业和财政的影响。',
  });
}

/** An example draft that waits for a second person, and a replay of the province's loans under it. Told once. */
export async function seedPolicyDesk(): Promise<void> {
  const { maker, checker } = await withActor(system('seed.policy'), async (tx) => ({
    maker: await findPerson(tx, 'operator-funds-b'),
    checker: await findPerson(tx, 'operator-funds'),
  }));
  const started = await startDraft(maker, code, 2);
  if (!started.ok) return;
  insist(await changeDraft(maker, started.value, await formOf(maker, started.value)));
  const to = clock.today();
  const what = `draft:${started.value}`;
  insist(await orderSimulation(checker, { what, from: addMonths(to, -24), to, pool: null, file: null }));
}
