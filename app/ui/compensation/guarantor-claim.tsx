import { compensationText } from '~/text/compensation.ts';
import { bearerText } from '~/text/compensation-bearer.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { BankClaimForms } from '~/ui/compensation/bank-claim-forms.tsx';
import { CauseFields } from '~/ui/compensation/cause-fields.tsx';
import { type ClaimData, ClaimPage } from '~/ui/compensation/claim-page.tsx';
import { DocumentFields } from '~/ui/compensation/document-fields.tsx';
import { type BearerShown, LossBearers } from '~/ui/compensation/loss-bearers.tsx';
import { useBasis } from '~/ui/legal-basis.ts';
import { Button, TextLink } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { Figure, FigureRow, Money, Rate } from '~/ui/parts/figures.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type GuarantorClaimData = {
  readonly contractId: string;
  readonly contractNo: string;
  readonly firm: string;
  readonly paidFen: string;
  readonly enrolment: {
    readonly schemeZh: string;
    readonly schemeEn: string;
    readonly legalBasis: string;
    readonly legalBasisEn: string;
    readonly sharePpm: number | null;
    readonly disbursedOn: string | null;
    readonly isLost: boolean;
    readonly lossFen: string;
    readonly ownFen: string | null;
    readonly poolFen: string;
    readonly payers: readonly BearerShown[];
  } | null;
  readonly claim: ClaimData | null;
  readonly mayClaim: boolean;
  readonly today: string;
};

/** The compensation of a guarantor's payment: what it may claim, the claim, and what it can do with it. */
export function GuarantorClaim({ page }: { page: GuarantorClaimData }) {
  const t = useText(bearerText);
  const back = {
    label: t('claim.own.title', page.contractNo),
    to: `/guarantee/contracts/${page.contractId}`,
  };
  if (page.claim)
    return (
      <ClaimPage claim={page.claim} back={back}>
        {page.mayClaim ? <BankClaimForms claim={page.claim} /> : null}
      </ClaimPage>
    );
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[{ label: page.contractNo, to: back.to }]}
        title={back.label}
        lede={`${page.firm} · ${t('claim.own.lede')}`}
      />
      <Promised page={page} />
      <NextStep page={page} />
    </div>
  );
}

function Promised({ page: { enrolment, paidFen } }: { page: GuarantorClaimData }) {
  const t = useText(bearerText);
  const basis = useBasis();
  const locale = useLocale();
  if (!enrolment) return null;
  return (
    <>
      <FigureRow>
        <Figure label={t('claim.own.paid')} value={<Money fen={paidFen} />} />
        <Figure
          label={t('claim.own.own')}
          value={enrolment.ownFen === null ? '—' : <Money fen={enrolment.ownFen} />}
        />
        <Figure
          label={t('claim.own.share')}
          value={enrolment.sharePpm === null ? '—' : <Rate ppm={enrolment.sharePpm} decimals={0} />}
          note={`${locale === 'en' ? enrolment.schemeEn : enrolment.schemeZh} · ${basis(enrolment)}`}
        />
      </FigureRow>
      {enrolment.ownFen === null ? null : (
        <LossBearers
          title={t('bearer.if-lost')}
          lossFen={enrolment.lossFen}
          payers={enrolment.payers}
          poolFen={enrolment.poolFen}
          claimant="claimant"
        />
      )}
    </>
  );
}

function NextStep({ page }: { page: GuarantorClaimData }) {
  const t = useText(bearerText);
  const comp = useText(compensationText);
  const { enrolment } = page;
  const contract = <TextLink to={`/guarantee/contracts/${page.contractId}`}>{page.contractNo}</TextLink>;
  if (!enrolment)
    return (
      <Notice tone="info" title={t('claim.own.none')} next={contract}>
        {t('claim.own.none-about')}
      </Notice>
    );
  if (page.paidFen === '0')
    return (
      <Notice tone="info" title={t('claim.own.not-paid')} next={contract}>
        {t('claim.own.not-paid-about')}
      </Notice>
    );
  if (!enrolment.isLost)
    return (
      <Notice tone="info" title={comp('comp.claim.not-lost')}>
        {comp('comp.claim.not-lost-about')}
      </Notice>
    );
  if (!page.mayClaim) return <Notice tone="info" title={t('claim.own.officer')} />;
  return (
    <Card title={comp('comp.claim.form')}>
      <CommandForm intent="claim">
        <CauseFields min={enrolment.disbursedOn ?? undefined} max={page.today} />
        <DocumentFields today={page.today} />
        <Button>{t('claim.own.do')}</Button>
      </CommandForm>
    </Card>
  );
}
