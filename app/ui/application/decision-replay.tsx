import type { ApplicationState } from '~/domain/application/state.ts';
import { asOfText } from '~/text/as-of.ts';
import { TextLink } from '~/ui/parts/button.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useNamed, useText } from '~/ui/text.ts';
import type { AsOfShown } from './as-of-shown.ts';
import { AsOfView } from './as-of-view.tsx';
import { StateBadge } from './state-badge.tsx';

type DecisionReplayProps = {
  readonly rows: readonly {
    readonly id: string;
    readonly bankZh: string;
    readonly bankEn: string;
    readonly productZh: string;
    readonly productEn: string;
    readonly state: string;
    readonly submittedAt: string;
  }[];
  /** The one that is replayed. */
  readonly id: string | null;
  readonly shown: AsOfShown | null;
  readonly code: string;
  readonly reason: string;
};

/** A firm's applications for the audit role, and one of them as of a day, with what was sealed since. */
export function DecisionReplay({ rows, id, shown, code, reason }: DecisionReplayProps) {
  const t = useText(asOfText);
  const name = useNamed();
  const at = (application: string) =>
    `/operator/sealed?${new URLSearchParams({ code, reason, application }).toString()}`;
  return (
    <Section title={t('as-of.audit.title')}>
      <DataTable
        caption={t('as-of.audit.pick')}
        rows={rows}
        rowKey={(row) => row.id}
        empty={<p className="text-ink-soft">{t('as-of.audit.none')}</p>}
        columns={[
          {
            key: 'to',
            header: t('as-of.audit.to'),
            primary: true,
            cell: (row) =>
              `${name({ zh: row.bankZh, en: row.bankEn })} · ${name({ zh: row.productZh, en: row.productEn })}`,
          },
          {
            key: 'state',
            header: t('as-of.state'),
            cell: (row) => <StateBadge state={row.state as ApplicationState} />,
          },
          {
            key: 'sent',
            header: t('as-of.audit.sent'),
            cell: (row) => <InstantText at={row.submittedAt} />,
          },
          {
            key: 'open',
            header: t('as-of.audit.replay'),
            cell: (row) => <TextLink to={at(row.id)}>{t('as-of.audit.replay')}</TextLink>,
          },
        ]}
      />
      {shown && id ? (
        <AsOfView shown={shown} base="/operator/sealed" keep={{ code, reason, application: id }} isWhole />
      ) : null}
    </Section>
  );
}
