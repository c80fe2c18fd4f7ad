import { refusals } from '~/text/all-refusals.ts';
import { bankText } from '~/text/application-bank.ts';
import { wordRefusal } from '~/text/refusal.ts';
import { reportPageText } from '~/text/report-page.ts';
import { verificationText } from '~/text/verification.ts';
import { showCount } from '~/ui/format.ts';
import { ButtonRow, LinkButton } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { Money } from '~/ui/parts/figures.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { ScorePanel } from '~/ui/score/score-panel.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import { BankFigures } from './bank-figures.tsx';
import type { AccessShown, BankFileShown, Declaration } from './bank-file-shown.ts';
import { BankRecords } from './bank-records.tsx';
import { DocumentTable } from './document-table.tsx';
import { TradesForBank } from './trade-file.tsx';

/** What the consent opens at this read, or why it opens nothing. */
export function AccessView({ file, access }: { file: BankFileShown; access: AccessShown }) {
  const t = useText(bankText);
  const locale = useLocale();
  if (!access.granted) {
    return (
      <Notice tone="refusal" title={t('file.refused')} next={t('file.refused-next')}>
        {wordRefusal(refusals, access.refusal, locale)}
      </Notice>
    );
  }
  return (
    <>
      <p className="text-sm text-ink-soft">
        {t('file.permit', access.permit.items.length, access.permit.readsLeft)}
      </p>
      <Opened file={file} access={access} />
    </>
  );
}

type Granted = Extract<AccessShown, { granted: true }>;

function Opened({ file, access }: { file: BankFileShown; access: Granted }) {
  const t = useText(bankText);
  const reports = useText(reportPageText);
  const verify = useText(verificationText);
  const base = `/bank/applications/${file.application.id}`;
  if (file.tab === 'records')
    return (
      <div className="stack-lg">
        <ButtonRow>
          <LinkButton to={`${base}/verify`} variant="secondary">
            {verify('verify.link')}
          </LinkButton>
        </ButtonRow>
        <BankRecords records={access.records} exportTo={`${base}/records.csv`} />
        <BankFigures figures={access.figures} />
      </div>
    );
  if (file.tab === 'documents') {
    return (
      <>
        <Card title={t('file.tab.documents')}>
          <DocumentTable documents={access.documents} base={`${base}/documents`} />
        </Card>
        <TradesForBank claims={access.trades} />
      </>
    );
  }
  const isClosed = access.permit.detail === 'summary';
  return (
    <>
      {access.score ? (
        <>
          <ButtonRow>
            <LinkButton to={`${base}/report`} variant="quiet">
              {reports('reports.bank-open')}
            </LinkButton>
            <LinkButton to={`${base}/report.json`} download variant="quiet">
              {reports('reports.json')}
            </LinkButton>
            <LinkButton to={`${base}/report.pdf`} download variant="quiet">
              {reports('reports.bank-pdf')}
            </LinkButton>
          </ButtonRow>
          <ScorePanel score={access.score} />
        </>
      ) : (
        <Notice tone="info" title={t(isClosed ? 'file.score-closed' : 'file.no-score')} />
      )}
      <DeclarationCard declaration={access.declaration} />
    </>
  );
}

const sizes = ['large', 'medium', 'small', 'micro', 'undetermined'] as const;

function DeclarationCard({ declaration }: { declaration: Declaration | null }) {
  const t = useText(bankText);
  const locale = useLocale();
  const unknown = t('file.unknown');
  const size = sizes.find((each) => each === declaration?.sizeClass);
  return (
    <Card title={t('file.declared')}>
      {declaration ? (
        <DefinitionList
          layout="grid"
          items={[
            {
              term: t('file.employees'),
              value: declaration.employees === null ? unknown : showCount(declaration.employees, locale),
            },
            {
              term: t('file.revenue'),
              value: declaration.revenueFen ? <Money fen={declaration.revenueFen} style="short" /> : unknown,
            },
            {
              term: t('file.assets'),
              value: declaration.assetsFen ? <Money fen={declaration.assetsFen} style="short" /> : unknown,
            },
            { term: t('file.size'), value: t(`file.size.${size ?? 'undetermined'}`) },
          ]}
        />
      ) : (
        <p className="text-ink-soft">{t('file.none-declared')}</p>
      )}
    </Card>
  );
}
