import { insist } from '~/domain/kernel/result.ts';
import { writeSignal } from '~/domain/monitoring/library/editor.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { useDatabase } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { changeSignalDraft, startSignalDraft } from '~/server/monitoring/library/draft-signal.ts';
import { signalForm } from '~/server/monitoring/library/forms.ts';
import { defaultOrder, orderBacktest } from '~/server/monitoring/library/order-backtest.ts';
import { publishSignal } from '~/server/monitoring/library/publish-signal.ts';
import { runBacktest } from '~/server/monitoring/library/run-backtest.ts';
import { showSignalDraft } from '~/server/monitoring/library/show-signal-draft.ts';
import { findPerson } from './find-person.ts';

type Story = {
  readonly code: string;
  readonly change: { readonly [field: string]: string };
  readonly note: string;
};

const published: Story = {
  code: 'media-abnormal',
  change: { 'body/deadlineWorkingDays/yellow': '8' },
  note: '舆情传播快，黄色预警的处置期限由十个工作日缩短为八个。',
};
const waiting: Story = {
  code: 'social-arrears',
  change: { 'body/rule/ladder/1/months': '1', 'examples/1/expect': '' },
  note: '示例：欠费不足一个月的多为扣款延迟，先测算推迟到满一个月报警的影响。',
};

/** A draft as its maker writes it; examples that the change turns are taken along. The value is its id. */
async function draft(maker: Person, { code, change, note }: Story): Promise<string | null> {
  const started = await startSignalDraft(maker, code, 1);
  if (!started.ok) return null;
  const { signal } = insist(await showSignalDraft(maker, started.value));
  const form = signalForm.parse({
    ...writeSignal(signal.body, signal.examples),
    'body/rule/kind': signal.body.rule?.kind ?? '',
    ...change,
    note,
    legalBasis: signal.legalBasis,
    legalBasisEn: signal.legalBasisEn,
    validFrom: clock.today(),
    unverified: signal.unverified.join('\n'),
  });
  insist(await changeSignalDraft(maker, started.value, form));
  return started.value;
}

type Urls = { readonly appUrl: string; readonly batchUrl: string };

/** A version that was tried on history and published, and an example draft whose back-test is ordered. Told once. */
export async function seedSignalDesk({ appUrl, batchUrl }: Urls): Promise<void> {
  const { maker, checker } = await withActor(system('seed.signals'), async (tx) => ({
    maker: await findPerson(tx, 'operator-risk-b'),
    checker: await findPerson(tx, 'operator-risk'),
  }));
  const open = await draft(maker, waiting);
  if (!open) return;
  insist(await orderBacktest(checker, open, defaultOrder()));
  const done = await draft(maker, published);
  if (!done) return;
  const test = insist(await orderBacktest(maker, done, defaultOrder()));
  await useDatabase(batchUrl);
  await runBacktest(system('monitoring.backtest'), test);
  await useDatabase(appUrl);
  insist(await publishSignal(checker, done));
}
