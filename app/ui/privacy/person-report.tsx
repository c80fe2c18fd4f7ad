import { personRightsText } from '~/text/person-rights.ts';
import { privacyText } from '~/text/privacy.ts';
import { CommandForm, useReply } from '~/ui/command-form.tsx';
import { showDay, showFen, showInstant } from '~/ui/format.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button, LinkButton } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import { FormActions } from '~/ui/parts/form.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { TextAreaField, TextField } from '~/ui/parts/text-field.tsx';
import { useLocale, useNamed, useText } from '~/ui/text.ts';
import { AnswerBadge, QuestionWords } from './person-words.tsx';
import type { NamedShown } from './privacy-shown.ts';

export type HeldShown = {
  readonly id: string;
  readonly name: NamedShown;
  readonly firm: string;
  readonly provider: NamedShown;
  readonly knownAt: string;
  readonly from: string;
  readonly to: string | null;
  readonly amountFen: string | null;
  readonly category: string | null;
  readonly standing: 'used' | 'suspended' | 'struck';
  readonly objection: {
    readonly verdict: 'upheld' | 'refused' | null;
    readonly words: string | null;
    readonly answer: string | null;
    readonly dueOn: string;
  } | null;
};

type LookedShown = {
  readonly id: string;
  readonly firm: string;
  readonly bank: NamedShown;
  readonly name: NamedShown;
  readonly question: string;
  readonly answer: boolean | null;
  readonly band: number | null;
  readonly userName: string;
  readonly at: string;
};

export type ReportShown = {
  readonly key: string;
  readonly records: readonly HeldShown[];
  readonly looked: readonly LookedShown[];
};

export type ReportCountShown = {
  readonly used: number;
  readonly free: number;
  readonly nextFreeOn: string | null;
};

/** Asks for the number that was signed with, and says how the reports of the year are counted. */
export function AskReport({
  count,
  isClosed,
  lede,
  prove,
}: {
  count: ReportCountShown;
  isClosed: boolean;
  /** Where the link opens more than one firm's book. */
  lede?: string;
  prove?: string;
}) {
  const t = useText(personRightsText);
  const p = useText(privacyText);
  const locale = useLocale();
  return (
    <Card id="report" title={t('person.report')} lede={lede ?? t('person.report-lede')}>
      <div className="stack">
        {isClosed ? (
          <Notice tone="info" title={t('person.report-closed')}>
            {t('person.report-closed-next')}
          </Notice>
        ) : null}
        <p>
          {t('person.report-count', count.used, count.free)}{' '}
          {count.nextFreeOn ? t('person.report-further', showDay(count.nextFreeOn, locale)) : null}
        </p>
        <CommandForm intent="report">
          <TextField
            name="idNumber"
            label={prove ?? p('privacy.door.prove')}
            code
            autoComplete="off"
            maxLength={24}
            required
          />
          <FormActions>
            <Button>{t('person.report-do')}</Button>
          </FormActions>
        </CommandForm>
      </div>
    </Card>
  );
}

/** Everything held about the person: each record with its way to object, and who asked. */
export function PersonReport({
  report,
  token,
  lede,
}: {
  report: ReportShown;
  token: string;
  /** Where the link opens more than one firm's book. */
  lede?: string;
}) {
  const t = useText(personRightsText);
  return (
    <div id="report" className="stack-lg">
      <Section
        title={t('person.records')}
        lede={lede ?? t('person.report-lede')}
        actions={
          <LinkButton to={`/person/${token}/report.json?report=${report.key}`} download variant="secondary">
            {t('person.export')}
          </LinkButton>
        }
      >
        {report.records.length === 0 ? <p className="text-ink-soft">{t('person.records-none')}</p> : null}
        <ul className="stack">
          {report.records.map((held) => (
            <li key={held.id}>
              <HeldCard held={held} report={report.key} />
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('person.looked')}>
        <LookedTable looked={report.looked} />
      </Section>
    </div>
  );
}

const tones = { used: 'mute', suspended: 'alert', struck: 'good' } as const;

function HeldCard({ held, report }: { held: HeldShown; report: string }) {
  const t = useText(personRightsText);
  const name = useNamed();
  const locale = useLocale();
  const { objection, standing } = held;
  const span = t('person.span', held.from, held.to ?? t('person.until-now'));
  const says = [span, held.amountFen ? showFen(held.amountFen, locale) : null, held.category];
  return (
    <Card
      level={3}
      title={name(held.name)}
      lede={`${name(held.provider)} · ${held.firm}`}
      actions={<Badge tone={tones[standing]}>{t(`person.standing.${standing}`)}</Badge>}
      footer={`${t('person.col.known')} ${showInstant(held.knownAt, locale)}`}
    >
      <div className="stack">
        <p className="num">{says.filter(Boolean).join(' · ')}</p>
        {objection ? (
          <p className="text-ink-soft">
            {objection.words}
            <span className="block">
              {objection.verdict
                ? t('person.answer-is', objection.answer ?? '')
                : t('person.objection-due', showDay(objection.dueOn, locale))}
            </span>
          </p>
        ) : null}
        {standing === 'used' ? <ObjectForm record={held.id} report={report} /> : null}
      </div>
    </Card>
  );
}

function ObjectForm({ record, report }: { record: string; report: string }) {
  const t = useText(personRightsText);
  const form = `object-${record}`;
  return (
    <ConfirmStep
      ask={t('person.object')}
      title={t('person.object-title')}
      open={useReply('object', form) !== null}
    >
      <CommandForm intent="object" id={form}>
        <input type="hidden" name="report" value={report} />
        <input type="hidden" name="record" value={record} />
        <TextAreaField name="body" label={t('person.object-body')} rows={3} maxLength={1_000} required />
        <FormActions>
          <Button>{t('person.object-do')}</Button>
        </FormActions>
      </CommandForm>
    </ConfirmStep>
  );
}

function LookedTable({ looked }: Pick<ReportShown, 'looked'>) {
  const t = useText(personRightsText);
  const p = useText(privacyText);
  const name = useNamed();
  return (
    <DataTable
      caption={t('person.looked')}
      captionHidden
      rows={looked}
      rowKey={(row) => row.id}
      empty={<p className="text-ink-soft">{p('privacy.door.asked-none')}</p>}
      columns={[
        { key: 'item', header: t('person.col.item'), primary: true, cell: (row) => name(row.name) },
        {
          key: 'bank',
          header: t('person.col.bank'),
          cell: (row) => (
            <>
              {name(row.bank)}
              <span className="block text-sm text-ink-soft">
                {row.userName} · {row.firm}
              </span>
            </>
          ),
        },
        {
          key: 'q',
          header: p('privacy.bank.kind'),
          cell: (row) => <QuestionWords question={row.question} />,
        },
        { key: 'a', header: p('privacy.asked.answer'), cell: (row) => <AnswerBadge {...row} /> },
        { key: 'at', header: p('privacy.asked.at'), cell: (row) => <InstantText at={row.at} /> },
      ]}
    />
  );
}
