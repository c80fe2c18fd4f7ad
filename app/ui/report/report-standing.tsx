import { reportText } from '~/text/report.ts';
import { reportPageText } from '~/text/report-page.ts';
import { showInstant } from '~/ui/format.ts';
import { Card } from '~/ui/parts/card.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import { HashChip } from '~/ui/parts/hash-chip.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type ReportStandingProps = {
  readonly id: string;
  readonly code: string | null;
  readonly audience: 'firm' | 'bank' | 'platform';
  readonly madeAt: string;
  readonly hash: string;
  readonly keyId: string;
  readonly publicKey: string;
  readonly consent: {
    readonly state: 'none' | 'active' | 'paused' | 'pending' | 'withdrawn' | 'expired';
    readonly on: string | null;
  };
  readonly score: {
    readonly state: 'none' | 'holds' | 'superseded' | 'restated';
    readonly on: string | null;
  };
  /** When a record behind it was last corrected, revoked or repaired since; null when none was. */
  readonly records: string | null;
  readonly checkedAt: string;
};

/** How a report stands today, for whoever holds it: whether consent and score hold, and never what a newer score is. */
export function ReportStanding(props: ReportStandingProps) {
  const t = useText(reportPageText);
  const locale = useLocale();
  const { consent, score, records } = props;
  const holds =
    ['none', 'active'].includes(consent.state) && ['none', 'holds'].includes(score.state) && !records;
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[{ label: t('check.title'), to: '/verify-report' }, { label: t('check.issued') }]}
        title={t('check.issued')}
        lede={t('check.now', showInstant(props.checkedAt, locale))}
      />
      <Notice tone={holds ? 'good' : 'warn'} live title={t(holds ? 'check.holds' : 'check.over')} />
      <About {...props} />
      <Card title={t('check.key')} tone="well">
        <p className="text-sm">{props.keyId}</p>
        <pre className="overflow-x-auto text-xs">{props.publicKey}</pre>
      </Card>
    </div>
  );
}

function About({ id, code, audience, madeAt, hash, consent, score, records }: ReportStandingProps) {
  const t = useText(reportPageText);
  const report = useText(reportText);
  const locale = useLocale();
  const at = (instant: string | null) => (instant ? showInstant(instant, locale) : '');
  return (
    <DefinitionList
      layout="grid"
      items={[
        { term: t('check.firm'), value: code ?? report('report.no-uscc'), note: t('check.firm-note') },
        { term: t('check.for'), value: report(`report.for.${audience}`) },
        { term: t('check.made'), value: <InstantText at={madeAt} /> },
        {
          term: t('check.consent'),
          value:
            consent.state === 'none' || consent.state === 'pending'
              ? t(`check.consent.${consent.state}`)
              : t(`check.consent.${consent.state}`, at(consent.on)),
        },
        {
          term: t('check.score'),
          value:
            score.state === 'superseded' || score.state === 'restated'
              ? t(`check.score.${score.state}`, at(score.on))
              : t(`check.score.${score.state}`),
        },
        {
          term: t('check.records'),
          value: records ? t('check.records.changed', at(records)) : t('check.records.hold'),
        },
        { term: t('check.number'), value: <span className="break-all">{id}</span> },
        {
          term: t('check.hash'),
          value: <HashChip value={hash} label={t('check.hash')} keep={0} />,
          note: t('check.hash-note'),
        },
      ]}
    />
  );
}
