import { Form } from '@remix-run/react';
import { mayRemind } from '~/domain/monitoring/case.ts';
import { alertText } from '~/text/alert.ts';
import { caseDeskText } from '~/text/case-desk.ts';
import { wordSignal } from '~/text/monitoring.ts';
import { Badge, SeverityBadge } from '~/ui/parts/badge.tsx';
import { Button, TextLink } from '~/ui/parts/button.tsx';
import { ClockChip } from '~/ui/parts/clock-chip.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import type { Column } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import { baseOf, type CaseLine } from './case-list.tsx';

/** The columns of a list of cases; who has one is shown to its bank, the buttons that remind to the risk desk. */
export function useCaseColumns(side: 'bank' | 'operator', now: string): Column<CaseLine>[] {
  const t = useText(alertText);
  const desk = useText(caseDeskText);
  return [
    {
      key: 'signal',
      header: t('alert.signal'),
      primary: true,
      cell: (line) => <Signal line={line} side={side} />,
    },
    {
      key: 'urgency',
      header: t('alert.severity'),
      sortable: true,
      cell: (line) => <SeverityBadge severity={line.severity} />,
    },
    { key: 'firm', header: t('alert.firm'), cell: (line) => <Firm line={line} side={side} /> },
    {
      key: 'raised',
      header: t('alert.raised'),
      sortable: true,
      cell: (line) => <InstantText at={line.raisedAt} />,
    },
    { key: 'due', header: t('alert.due'), sortable: true, cell: (line) => <Clock line={line} now={now} /> },
    { key: 'owner', header: desk('case.owner'), cell: (line) => <Owner line={line} side={side} /> },
    ...(side === 'operator'
      ? [{ key: 'remind', header: t('alert.remind'), cell: (line: CaseLine) => <Remind line={line} /> }]
      : []),
  ];
}

type CellProps = { readonly line: CaseLine; readonly side: 'bank' | 'operator' };

function Signal({ line, side }: CellProps) {
  const t = useText(caseDeskText);
  const locale = useLocale();
  return (
    <span data-opens className="flex items-start gap-2">
      {side === 'bank' && line.state !== 'closed' ? (
        <input
          type="checkbox"
          form="assign-form"
          name="ids"
          value={line.id}
          aria-label={t('case.pick', line.firm)}
          className="mt-0.5 size-5 shrink-0"
        />
      ) : null}
      <TextLink to={`${baseOf[side]}/${line.id}`}>{wordSignal(line.signal, locale)}</TextLink>
    </span>
  );
}

function Firm({ line, side }: CellProps) {
  const locale = useLocale();
  const bank = locale === 'en' ? line.bankEn : line.bankZh;
  return (
    <>
      {line.firm}
      <span className="block text-xs text-ink-soft">
        {[side === 'operator' ? bank : null, line.contractNo].filter(Boolean).join(' · ')}
      </span>
    </>
  );
}

function Clock({ line, now }: { line: CaseLine; now: string }) {
  const t = useText(alertText);
  const desk = useText(caseDeskText);
  const state = line.escalated ? desk('case.escalated') : t(`alert.state.${line.state}`);
  return (
    <span className="flex flex-col items-start gap-1 @max-2xl:items-end">
      {line.state === 'closed' ? <InstantText at={line.dueAt} /> : <ClockChip due={line.dueAt} now={now} />}
      <Badge tone={line.state === 'closed' ? 'mute' : 'info'}>{state}</Badge>
      {line.asideUntil ? (
        <span className="text-sm text-ink-soft">
          {desk('case.aside-until', line.asideUntil)}
          <span className="block text-xs">{line.asideWhy?.replace(/^\d{4}-\d\d-\d\d · /, '')}</span>
        </span>
      ) : null}
    </span>
  );
}

function Owner({ line, side }: CellProps) {
  const t = useText(caseDeskText);
  if (side === 'operator')
    return line.isOwned ? t('case.owned') : <Badge tone="warn">{t('case.nobody')}</Badge>;
  if (line.owner) return line.owner;
  if (line.state === 'closed') return '—';
  return <Badge tone="warn">{line.leftOwner ? t('case.left', line.leftOwner) : t('case.nobody')}</Badge>;
}

/** The firm is reminded while it owes an answer; the bank while the case is live. */
function Remind({ line }: { line: CaseLine }) {
  const t = useText(alertText);
  if (line.state === 'closed') return '—';
  return (
    <Form method="post" className="flex flex-wrap gap-2">
      <input type="hidden" name="id" value={line.id} />
      <Button name="whom" value="bank" variant="secondary" size="sm">
        {t('alert.remind.bank')}
      </Button>
      {mayRemind(line, 'firm').ok ? (
        <Button name="whom" value="firm" variant="secondary" size="sm">
          {t('alert.remind.firm')}
        </Button>
      ) : null}
    </Form>
  );
}
