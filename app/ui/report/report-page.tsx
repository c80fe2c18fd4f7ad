import type { ReportBody } from '~/domain/report/report.ts';
import { reportText } from '~/text/report.ts';
import { reportPageText } from '~/text/report-page.ts';
import { ButtonRow, LinkButton, TextLink } from '~/ui/parts/button.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { DayText, InstantText } from '~/ui/parts/figures.tsx';
import { HashChip } from '~/ui/parts/hash-chip.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { ScorePlacements } from '~/ui/score/score-placements.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import { QrCode } from './qr-code.tsx';
import { ReportRecords, ReportRights } from './report-records.tsx';
import { ReportScorePart } from './report-score.tsx';

export type ReportPageProps = {
  readonly report: ReportBody;
  readonly hash: string;
  readonly keyId: string;
  readonly qr: { readonly size: number; readonly path: string };
  /** Where its files lie, and the page that it hangs from; the firm's own when left out. */
  readonly place?: { readonly base: string; readonly from: { readonly label: string; readonly to: string } };
};

/** A report as it was signed. */
export function ReportPage({ report, hash, keyId, qr, place }: ReportPageProps) {
  const t = useText(reportText);
  const page = useText(reportPageText);
  const base = place?.base ?? `/my/reports/${report.id}`;
  const from = place?.from ?? { label: page('reports.title'), to: '/my/reports' };
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[from, { label: t('report.document') }]}
        title={t('report.document')}
        lede={t('report.document-lede')}
        actions={
          <ButtonRow>
            <LinkButton to={`${base}/report.pdf`} download>
              {page('reports.pdf')}
            </LinkButton>
            <LinkButton to={`${base}/report.json`} download variant="quiet">
              {page('reports.json')}
            </LinkButton>
          </ButtonRow>
        }
      />
      <Firm report={report} />
      <ReportScorePart score={report.score} />
      <ScorePlacements placements={report.placements ?? []} />
      <ReportRecords holdings={report.holdings} />
      <ReportRights report={report} />
      <Section title={t('report.proof')}>
        <div className="flex flex-wrap gap-4">
          <QrCode {...qr} label={page('reports.qr')} />
          <div className="stack min-w-0 flex-1 text-sm">
            <p>{t('report.proof-scan')}</p>
            <p>
              <TextLink to={report.verifyPath}>{page('reports.check')}</TextLink>
            </p>
            <p>
              <HashChip value={hash} label={page('reports.hash')} />
            </p>
            <p>{t('report.proof-key', keyId)}</p>
            <p className="text-ink-soft">{t('report.proof-offline')}</p>
          </div>
        </div>
      </Section>
    </div>
  );
}

const statuses = ['active', 'cancelled', 'revoked', 'moved-out'] as const;

function Firm({ report: { firm, recipient, audience, madeAt, id } }: Pick<ReportPageProps, 'report'>) {
  const t = useText(reportText);
  const isEnglish = useLocale() === 'en';
  const unknown = t('report.unknown');
  const status = statuses.find((each) => each === firm.status);
  return (
    <DefinitionList
      layout="grid"
      items={[
        { term: t('report.name'), value: firm.name },
        { term: t('report.uscc'), value: firm.uscc ?? t('report.no-uscc') },
        { term: t('report.region'), value: firm.region ?? unknown },
        {
          term: t('report.industry'),
          value: firm.industry ? (isEnglish ? firm.industry.en : firm.industry.zh) : unknown,
        },
        {
          term: t('report.established'),
          value: firm.establishedOn ? <DayText day={firm.establishedOn} /> : unknown,
        },
        { term: t('report.status'), value: status ? t(`report.status.${status}`) : firm.status },
        { term: t('report.made-at'), value: <InstantText at={madeAt} /> },
        {
          term: t('report.for'),
          value: recipient ? (isEnglish ? recipient.en : recipient.zh) : t(`report.for.${audience}`),
        },
        { term: t('report.number'), value: <span className="break-all">{id}</span> },
      ]}
    />
  );
}
