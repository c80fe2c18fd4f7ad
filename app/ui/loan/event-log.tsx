import type { ReactNode } from 'react';
import { reversible } from '~/domain/loan/admit.ts';
import { loanText } from '~/text/loan.ts';
import { servicingText } from '~/text/loan-servicing.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { showPpm } from '~/ui/format.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button, TextLink } from '~/ui/parts/button.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { DayText, InstantText, Money } from '~/ui/parts/figures.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type LogEntry = {
  readonly id: string;
  readonly kind: string;
  readonly on: string;
  readonly recordedAt: string;
  readonly late: boolean;
  readonly note: string | null;
  readonly serialNo: string | null;
  readonly intoLoanId: string | null;
  readonly qualifying: boolean | null;
  readonly reversed: boolean;
  readonly amountFen: string | null;
  readonly principalFen: string | null;
  readonly interestFen: string | null;
  readonly penaltyFen: string | null;
  readonly ratePpm: number | null;
  readonly months: number | null;
  readonly effect: string | null;
};

const kinds = [
  'drawdown',
  'repayment',
  'prepayment',
  'rate-change',
  'extension',
  'restructuring',
  'renewal',
  'write-off',
  'recovery',
  'misuse',
  'technical-overdue',
  'reversal',
] as const;

type LogProps = {
  readonly entries: readonly LogEntry[];
  /** Where a renewed contract is shown. */
  readonly base: string;
  /** The officer may reverse payments. */
  readonly mayReverse: boolean;
};

/** What happened to the loan, latest first; a reversed entry stays and is marked. */
export function EventLog({ entries, base, mayReverse }: LogProps) {
  const t = useText(servicingText);
  const columns: Column<LogEntry>[] = [
    { key: 'on', header: t('servicing.on'), cell: (e) => <DayText day={e.on} /> },
    { key: 'kind', header: t('servicing.event'), primary: true, cell: (e) => <KindName entry={e} /> },
    { key: 'detail', header: t('servicing.detail'), cell: (e) => <Detail entry={e} base={base} /> },
    { key: 'recorded', header: t('servicing.recorded'), cell: (e) => <InstantText at={e.recordedAt} /> },
  ];
  const reverse: Column<LogEntry> = {
    key: 'reverse',
    header: t('servicing.ask.reversal'),
    cell: (e): ReactNode =>
      reversible.some((kind) => kind === e.kind) && !e.reversed ? <Reverse id={e.id} /> : null,
  };
  return (
    <Section title={t('servicing.log')} lede={t('servicing.log-about')}>
      <DataTable
        caption={t('servicing.log')}
        captionHidden
        columns={mayReverse ? [...columns, reverse] : columns}
        rows={entries}
        rowKey={(e) => e.id}
      />
    </Section>
  );
}

function KindName({ entry }: { entry: LogEntry }) {
  const t = useText(servicingText);
  const kind = kinds.find((k) => k === entry.kind);
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      {kind ? t(`servicing.kind.${kind}`) : entry.kind}
      {entry.reversed ? <Badge tone="mute">{t('servicing.reversed')}</Badge> : null}
      {entry.late ? <Badge tone="info">{t('servicing.late')}</Badge> : null}
    </span>
  );
}

function Detail({ entry, base }: { entry: LogEntry; base: string }) {
  const t = useText(servicingText);
  const tl = useText(loanText);
  const locale = useLocale();
  const { principalFen, interestFen, penaltyFen } = entry;
  const parts: ReactNode[] = [
    entry.amountFen ? <Money key="amount" fen={entry.amountFen} /> : null,
    principalFen && interestFen ? t('servicing.money', principalFen, interestFen, penaltyFen ?? '0') : null,
    entry.effect === 'shorter-term' || entry.effect === 'smaller-instalment'
      ? t(`servicing.effect.${entry.effect}`)
      : null,
    entry.ratePpm === null ? null : showPpm(entry.ratePpm, locale, 2),
    entry.months ? t('servicing.months', entry.months) : null,
    entry.qualifying === false ? t('servicing.not-qualifying') : null,
    entry.serialNo,
    entry.note,
    entry.intoLoanId ? (
      <TextLink key="into" to={`${base}/${entry.intoLoanId}`}>
        {tl('loan.contract')}
      </TextLink>
    ) : null,
  ];
  const shown = parts.filter((part) => part !== null && part !== '');
  return (
    <span className="inline-flex flex-wrap gap-x-3">
      {shown.map((part, i) => (
        <span key={i} className="num">
          {part}
        </span>
      ))}
    </span>
  );
}

function Reverse({ id }: { id: string }) {
  const t = useText(servicingText);
  return (
    <ConfirmStep ask={t('servicing.ask.reversal')} title={t('servicing.ask.reversal')} tone="danger">
      <p>{t('servicing.about.reversal')}</p>
      <CommandForm intent="reversal" id={`reverse-${id}`}>
        <input type="hidden" name="event" value={id} />
        <Button variant="danger">{t('servicing.do')}</Button>
      </CommandForm>
    </ConfirmStep>
  );
}
