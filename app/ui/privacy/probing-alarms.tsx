import { probingText } from '~/text/probing.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button, TextLink } from '~/ui/parts/button.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { TextAreaField } from '~/ui/parts/text-field.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type Alarm = {
  readonly institutionId: string;
  readonly enterpriseId: string;
  readonly bankZh: string;
  readonly bankEn: string;
  readonly isSuspended: boolean;
  readonly firm: string;
  readonly times: number;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly people: readonly string[];
  readonly items: readonly { readonly zh: string; readonly en: string }[];
  readonly isOpen: boolean;
  readonly cleared: {
    readonly at: string;
    readonly by: string | null;
    readonly reason: string | null;
  } | null;
};

export type ProbingProps = {
  readonly days: number;
  readonly maySuspend: boolean;
  readonly alarms: readonly Alarm[];
};

/** Who searched for whose figures, how often and since when, and what to do about it. */
export function ProbingAlarms({ days, maySuspend, alarms }: ProbingProps) {
  const t = useText(probingText);
  const locale = useLocale();
  return (
    <Section title={t('probing.title')} lede={t('probing.lede', days)}>
      <DataTable
        caption={t('probing.title')}
        captionHidden
        rows={alarms}
        rowKey={(row) => `${row.institutionId} ${row.enterpriseId}`}
        empty={<EmptyState title={t('probing.none')} />}
        columns={[
          {
            key: 'who',
            header: t('probing.who'),
            primary: true,
            cell: (row) => (
              <>
                <TextLink to={`/operator/institutions/${row.institutionId}`}>
                  {locale === 'en' ? row.bankEn : row.bankZh}
                </TextLink>
                <span className="block text-ink-soft text-sm">{row.people.join('、')}</span>
              </>
            ),
          },
          { key: 'firm', header: t('probing.firm'), cell: (row) => row.firm },
          {
            key: 'items',
            header: t('probing.items'),
            cell: (row) => row.items.map((item) => (locale === 'en' ? item.en : item.zh)).join(' · '),
          },
          { key: 'times', header: t('probing.times'), align: 'end', cell: (row) => row.times },
          { key: 'since', header: t('probing.since'), cell: (row) => <InstantText at={row.firstAt} /> },
          { key: 'last', header: t('probing.last'), cell: (row) => <InstantText at={row.lastAt} /> },
          {
            key: 'state',
            header: t('probing.state'),
            cell: (row) => <Answer alarm={row} maySuspend={maySuspend} />,
          },
        ]}
      />
    </Section>
  );
}

function Answer({ alarm, maySuspend }: { alarm: Alarm; maySuspend: boolean }) {
  const t = useText(probingText);
  const { isOpen, isSuspended, cleared, institutionId, enterpriseId, lastAt } = alarm;
  if (!isOpen && cleared)
    return <span>{t('probing.cleared', cleared.by ?? '—', cleared.reason ?? '—')}</span>;
  return (
    <div className="stack">
      <Badge tone={isSuspended ? 'mute' : 'bad'}>
        {t(isSuspended ? 'probing.suspended' : 'probing.open')}
      </Badge>
      {maySuspend && !isSuspended ? (
        <TextLink to={`/operator/institutions/${institutionId}`}>{t('probing.suspend')}</TextLink>
      ) : null}
      {maySuspend || isSuspended ? null : (
        <span className="text-ink-soft text-sm">{t('probing.ask-security')}</span>
      )}
      <ConfirmStep ask={t('probing.clear')} title={t('probing.clear')}>
        <CommandForm id={`clear-${institutionId}-${enterpriseId}`} intent="clear">
          <input type="hidden" name="institution" value={institutionId} />
          <input type="hidden" name="firm" value={enterpriseId} />
          <input type="hidden" name="lastAt" value={lastAt} />
          <TextAreaField
            name="reason"
            label={t('probing.reason')}
            hint={t('probing.reason-hint')}
            rows={2}
            required
          />
          <div>
            <Button type="submit">{t('probing.clear')}</Button>
          </div>
        </CommandForm>
      </ConfirmStep>
    </div>
  );
}
