import { insist } from '~/domain/kernel/result.ts';
import { writeSignal } from '~/domain/monitoring/library/editor.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { changeSignalDraft, startSignalDraft } from '~/server/monitoring/library/draft-signal.ts';
import { signalForm } from '~/server/monitoring/library/forms.ts';
import { defaultOrder, orderBacktest } from '~/server/monitoring/library/order-backtest.ts';
import { showSignalDraft } from '~/server/monitoring/library/show-signal-draft.ts';
import { findPerson } from './find-person.ts';

const code = 'social-arrears';

/** What the draft changes, as its maker would write it: two months of unpaid contributions before anybody is told. */
async function formOf(maker: Person, id: string) {
  const { signal } = insist(await showSignalDraft(maker, id));
  return signalForm.parse({
    ...writeSignal(signal.body, signal.examples),
    'body/rule/kind': 'lasting',
    'body/rule/ladder/1/months': '1',
    note: '示例：欠费不足一个月的多为扣款延迟，先测算推迟到满一个月报警的影响。',
    legalBasis: signal.legalBasis,
    validFrom: clock.today(),
    unverified: signal.unverified.join('\n'),
  });
}

/** An example draft of a signal that waits for a second person, with a back-test ordered. Told once. */
export async function seedSignalDesk(): Promise<void> {
  const { maker, checker } = await withActor(system('seed.signals'), async (tx) => ({
    maker: await findPerson(tx, 'operator-risk-b'),
    checker: await findPerson(tx, 'operator-risk'),
  }));
  const started = await startSignalDraft(maker, code, 1);
  if (!started.ok) return;
  insist(await changeSignalDraft(maker, started.value, await formOf(maker, started.value)));
  insist(await orderBacktest(checker, started.value, defaultOrder()));
}
