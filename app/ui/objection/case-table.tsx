import type { ReactNode } from 'react';
import { dayAt } from '~/domain/kernel/day.ts';
import { objectionText } from '~/text/objection.ts';
import { rightsText } from '~/text/rights.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { TextLink } from '~/ui/parts/button.tsx';
import type { Tone } from '~/ui/parts/class-names.ts';
import { DayText, InstantText } from '~/ui/parts/figures.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { useNamed, useText } from '~/ui/text.ts';

export type Side = 'firm' | 'provider' | 'operator';

export type ObjectionShown = {
  readonly id: string;
  readonly firm: string;
  readonly itemZh: string;
  readonly itemEn: string;
  readonly providerZh: string;
  readonly providerEn: string;
  readonly state: 'checking' | 'with-provider' | 'answered' | 'appealed' | 'closed' | 'withdrawn' | 'moot';
  readonly verdict: 'upheld' | 'partly' | 'refused' | null;
  readonly suspends: boolean;
  readonly receivedAt: string;
  readonly dueOn: string | null;
  readonly escalated: boolean;
};

export const baseOf = { firm: '/my/rights', provider: '/provider', operator: '/operator' } as const;

const verdictTones = { upheld: 'good', partly: 'info', refused: 'mute' } as const satisfies Record<
  string,
  Tone
>;

/** Where an objection stands: pending in words of its step, answered in words of its verdict. */
export function ObjectionState({
  state,
  verdict,
  suspends,
}: Pick<ObjectionShown, 'state' | 'verdict' | 'suspends'>) {
  const t = useText(objectionText);
  const isPending = state === 'checking' || state === 'with-provider' || state === 'appealed';
  return (
    <span className="flex flex-wrap gap-1.5">
      <Badge tone={isPending ? 'warn' : 'mute'}>{t(`objection.state.${state}`)}</Badge>
      {verdict && !isPending ? (
        <Badge tone={verdictTones[verdict]}>{t(`objection.verdict.${verdict}`)}</Badge>
      ) : null}
      {suspends && isPending ? <Badge tone="alert">{t('objection.suspended')}</Badge> : null}
    </span>
  );
}

type Shared = { readonly dueOn: string | null; readonly escalated: boolean; readonly now: string };

/** The last day of the step that is pending, red once it is over. */
export function DueDay({ dueOn, escalated, now }: Shared) {
  const t = useText(rightsText);
  if (!dueOn) return <span className="text-ink-soft">{t('rights.no-clock')}</span>;
  return (
    <span className="flex flex-wrap items-baseline gap-1.5">
      <DayText day={dueOn} today={dayAt(new Date(now))} />
      {escalated ? <Badge tone="bad">{t('rights.overdue')}</Badge> : null}
    </span>
  );
}

type ObjectionTableProps = {
  readonly side: Side;
  readonly objections: readonly ObjectionShown[];
  readonly now: string;
  readonly empty: ReactNode;
  /** Two kinds of cases under one title: each table bears its name. */
  readonly captionShown?: boolean;
};

export function ObjectionTable({ side, objections, now, empty, captionShown = false }: ObjectionTableProps) {
  const t = useText(rightsText);
  const name = useNamed();
  const party: Column<ObjectionShown> =
    side === 'provider'
      ? { key: 'firm', header: t('rights.col.firm'), cell: (o) => o.firm }
      : {
          key: 'provider',
          header: t(side === 'operator' ? 'rights.col.firm-provider' : 'rights.col.provider'),
          cell: (o) => (
            <>
              {side === 'operator' ? <span className="block">{o.firm}</span> : null}
              <span className={side === 'operator' ? 'text-ink-soft' : ''}>
                {name({ zh: o.providerZh, en: o.providerEn })}
              </span>
            </>
          ),
        };
  const columns: Column<ObjectionShown>[] = [
    {
      key: 'record',
      header: t('rights.col.record'),
      primary: true,
      cell: (o) => (
        <TextLink to={`${baseOf[side]}/objections/${o.id}`}>{name({ zh: o.itemZh, en: o.itemEn })}</TextLink>
      ),
    },
    party,
    { key: 'filed', header: t('rights.col.filed'), cell: (o) => <InstantText at={o.receivedAt} /> },
    { key: 'due', header: t('rights.col.due'), cell: (o) => <DueDay {...o} now={now} /> },
    { key: 'state', header: t('rights.col.state'), cell: (o) => <ObjectionState {...o} /> },
  ];
  return (
    <DataTable
      caption={t('rights.objections')}
      captionHidden={!captionShown}
      columns={columns}
      rows={objections}
      rowKey={(o) => o.id}
      empty={empty}
    />
  );
}
