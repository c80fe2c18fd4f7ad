import { z } from 'zod';
import type { ConsentId } from '~/domain/kernel/id.ts';
import { acknowledgeWithdrawal } from '~/server/consent/acknowledge-withdrawal.ts';
import { listWithdrawals } from '~/server/consent/list-withdrawals.ts';
import { findOfficer } from '~/server/consent/recipient-officer.ts';
import { refusals } from '~/text/all-refusals.ts';
import { consentText } from '~/text/consent.ts';
import { withdrawalText } from '~/text/consent-receipt.ts';
import { type Locale, translate } from '~/text/define.ts';
import { wordRefusal } from '~/text/refusal.ts';
import { withdrawalCliText } from '~/text/withdrawal-cli.ts';
import { type CliAnswer, defineCommand, textOption } from '../command.ts';
import { UsageError } from '../parse.ts';

/** `withdrawals list|acknowledge --login LOGIN`: what a recipient has to stop and delete, and its answer to it. */
export const command = defineCommand({
  name: 'withdrawals',
  summary: withdrawalCliText['cli.withdrawals.summary'],
  argument: { hint: 'list|acknowledge', about: withdrawalCliText['cli.withdrawals.argument'] },
  options: {
    login: textOption(z.string().min(1).max(60), 'LOGIN', withdrawalCliText['cli.withdrawals.login']),
    consent: textOption(z.uuid().optional(), 'ID', withdrawalCliText['cli.withdrawals.consent']),
    step: textOption(
      z.enum(['stopped', 'purged']).optional(),
      'stopped|purged',
      withdrawalCliText['cli.withdrawals.step'],
    ),
  },
  async run({ argument, options, locale }) {
    const t = translate(withdrawalCliText, locale);
    if (argument !== 'list' && argument !== 'acknowledge')
      throw new UsageError(t('cli.withdrawals.unknown', argument));
    const officer = await findOfficer(options.login);
    if (!officer) return refused(locale, { code: 'consent.officer-not-found' });
    if (argument === 'list') return list(officer, locale);
    if (!options.consent || !options.step) throw new UsageError(t('cli.withdrawals.incomplete'));
    const wish = { consentId: options.consent as ConsentId, step: options.step };
    const done = await acknowledgeWithdrawal(officer, wish);
    if (!done.ok) return refused(locale, done.refusal);
    return { ok: true, json: { ok: true, ...wish }, lines: [t('cli.withdrawals.done', wish.consentId)] };
  },
});

type Officer = NonNullable<Awaited<ReturnType<typeof findOfficer>>>;

async function list(officer: Officer, locale: Locale): Promise<CliAnswer> {
  const t = translate(withdrawalCliText, locale);
  const word = translate(consentText, locale);
  const { tasks, today } = await listWithdrawals(officer);
  const open = tasks.filter(({ next }) => next !== null);
  const says = translate(withdrawalText, locale);
  const lines = open.flatMap((task) => [
    t(
      'cli.withdrawals.task',
      task.consentId,
      task.firm,
      task.dueOn,
      word(`consent.step.${task.steps.at(-1) ?? 'notified'}`),
    ),
    ...(task.dropped?.length
      ? [
          `  ${says(
            'withdrawal.dropped',
            task.dropped.map(({ name }) => (locale === 'en' ? name.en : name.zh)),
          )}`,
        ]
      : []),
  ]);
  return { ok: true, json: { today, tasks }, lines: [t('cli.withdrawals.open', open.length), ...lines] };
}

function refused(locale: Locale, refusal: { readonly code: string }): CliAnswer {
  const message = wordRefusal(refusals, refusal, locale);
  return { ok: false, json: { ok: false, error: refusal.code, message }, lines: [message] };
}
