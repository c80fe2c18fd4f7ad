import { compensationText } from '~/text/compensation.ts';
import { bearerText } from '~/text/compensation-bearer.ts';
import { causeName, evidenceName } from '~/text/compensation-words.ts';
import { fenToInput } from '~/text/format.ts';
import { wordPolicyLine } from '~/text/policy-line.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { CauseFields } from '~/ui/compensation/cause-fields.tsx';
import { DocumentFields } from '~/ui/compensation/document-fields.tsx';
import { FuseGauge } from '~/ui/compensation/fuse-gauge.tsx';
import { type BearerShown, LossBearers } from '~/ui/compensation/loss-bearers.tsx';
import { useBasis } from '~/ui/legal-basis.ts';
import { TierBadge } from '~/ui/loan/tier-badge.tsx';
import { AmountField } from '~/ui/parts/amount-field.tsx';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button, TextLink } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { DayText, Figure, FigureRow, Money, Rate } from '~/ui/parts/figures.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type EnrolmentData = {
  readonly id: string;
  readonly contractNo: string;
  readonly firm: string;
  readonly mode: string;
  readonly principalFen: string;
  readonly sharePpm: number | null;
  readonly ceilingFen: string;
  readonly lines: readonly { readonly code: string }[];
  readonly enrolledOn: string;
  readonly disbursedOn: string;
  readonly today: string;
  readonly tier: string;
  readonly dpd: number;
  readonly loanState: string;
  readonly liveClaim: string | null;
  readonly schemeZh: string;
  readonly schemeEn: string;
  readonly legalBasis: string;
  readonly legalBasisEn: string;
  readonly poolZh: string;
  readonly poolEn: string;
  readonly poolFreeFen: string;
  /** Who would bear the loss by contract, were all of it lost today. */
  readonly lossFen: string;
  readonly payers: readonly BearerShown[];
  readonly poolFen: string;
  readonly guarantorFen: string;
  readonly insurerFen: string;
  /** A guarantor with a contract on the platform claims itself. */
  readonly guarantorClaims: boolean;
  readonly fuse: {
    readonly year: number;
    readonly limitPpm: number;
    readonly nowPpm: number;
    readonly roomFen: string;
    readonly measure: 'loss' | 'overdue';
  } | null;
  readonly items: readonly {
    readonly code: string;
    readonly source: string;
    readonly cause: string | null;
    readonly proof: { readonly reference: string; readonly on: string } | null;
  }[];
};

/** Pre-clearance of a loan and, once it is lost, the claim. */
export function EnrolmentPage({ enrolment }: { enrolment: EnrolmentData }) {
  const t = useText(compensationText);
  const bearer = useText(bearerText);
  const locale = useLocale();
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[{ label: t('comp.bank.title'), to: '/bank/claims?tab=enrolled' }]}
        title={t('comp.enrolment.title', enrolment.contractNo)}
        lede={enrolment.firm}
        badge={<TierBadge tier={enrolment.tier} dpd={enrolment.dpd} />}
      />
      <FigureRow>
        <Figure label={t('comp.principal')} value={<Money fen={enrolment.principalFen} style="short" />} />
        <Figure
          label={t('comp.share')}
          value={
            enrolment.sharePpm === null ? (
              t('comp.share-by-cause')
            ) : (
              <Rate ppm={enrolment.sharePpm} decimals={0} />
            )
          }
        />
        <Figure label={t('comp.ceiling')} value={<Money fen={enrolment.ceilingFen} />} />
        <Figure label={t('comp.free')} value={<Money fen={enrolment.poolFreeFen} style="short" />} />
      </FigureRow>
      <Promised enrolment={enrolment} />
      {enrolment.sharePpm === null || enrolment.lossFen === '0' ? null : (
        <LossBearers
          title={bearer('bearer.if-lost')}
          lossFen={enrolment.lossFen}
          payers={enrolment.payers}
          poolFen={enrolment.poolFen}
          claimant={enrolment.guarantorClaims ? 'claimant' : 'bank'}
        />
      )}
      <Section title={t('comp.fuse')}>
        {enrolment.fuse ? (
          <FuseGauge label={locale === 'en' ? enrolment.poolEn : enrolment.poolZh} {...enrolment.fuse} />
        ) : (
          <p className="text-ink-soft">{t('comp.fuse.none')}</p>
        )}
      </Section>
      <Checklist items={enrolment.items} />
      <ClaimSection enrolment={enrolment} />
    </div>
  );
}

function Promised({ enrolment }: { enrolment: EnrolmentData }) {
  const basis = useBasis();
  const t = useText(compensationText);
  const locale = useLocale();
  return (
    <Card title={t('comp.enrolment.promise')}>
      <DefinitionList
        layout="grid"
        items={[
          { term: t('comp.scheme'), value: locale === 'en' ? enrolment.schemeEn : enrolment.schemeZh },
          { term: t('comp.basis'), value: basis(enrolment) },
          { term: t('comp.pool'), value: locale === 'en' ? enrolment.poolEn : enrolment.poolZh },
          {
            term: t('comp.mode'),
            value: t(enrolment.mode === 'guarantor' ? 'comp.mode.guarantor' : 'comp.mode.bank'),
          },
          { term: t('comp.enrolled-on'), value: <DayText day={enrolment.enrolledOn} /> },
        ]}
      />
      <ul className="mt-3 list-disc pl-5 text-sm text-ink-soft">
        {enrolment.lines.map((line) => (
          <li key={JSON.stringify(line)}>{wordPolicyLine(line, locale)}</li>
        ))}
      </ul>
    </Card>
  );
}

function Checklist({ items }: Pick<EnrolmentData, 'items'>) {
  const t = useText(compensationText);
  const locale = useLocale();
  return (
    <Section title={t('comp.checklist')} lede={t('comp.checklist.about')}>
      <DataTable
        caption={t('comp.checklist')}
        captionHidden
        rows={items}
        rowKey={(item) => item.code}
        columns={[
          { key: 'proof', header: t('comp.proof'), primary: true, cell: (i) => evidenceName(i.code, locale) },
          {
            key: 'for',
            header: t('comp.proof.for'),
            cell: (i) => (i.cause === null ? t('comp.proof.every') : causeName(i.cause, locale)),
          },
          {
            key: 'there',
            header: t('comp.standing'),
            cell: (i) =>
              i.proof ? (
                <Badge tone="good">{t('comp.proof.there')}</Badge>
              ) : (
                <Badge tone={i.source === 'document' ? 'mute' : 'warn'}>
                  {t(i.source === 'document' ? 'comp.proof.to-name' : 'comp.proof.lacking')}
                </Badge>
              ),
          },
          { key: 'reference', header: t('comp.proof.reference'), cell: (i) => i.proof?.reference ?? '—' },
          {
            key: 'on',
            header: t('comp.proof.on'),
            cell: (i) => (i.proof ? <DayText day={i.proof.on} /> : '—'),
          },
        ]}
      />
    </Section>
  );
}

const isLost = ({ tier, loanState }: EnrolmentData) =>
  loanState === 'written-off' || ['substandard', 'doubtful', 'loss'].includes(tier);

function ClaimSection({ enrolment }: { enrolment: EnrolmentData }) {
  const t = useText(compensationText);
  const bearer = useText(bearerText);
  if (enrolment.liveClaim)
    return (
      <Notice
        tone="info"
        title={t('comp.claim.live')}
        next={<TextLink to={`/bank/claims/${enrolment.liveClaim}`}>{t('comp.see')}</TextLink>}
      />
    );
  if (enrolment.guarantorClaims)
    return (
      <Notice tone="info" title={bearer('bearer.guarantor-claims')}>
        {bearer('bearer.guarantor-claims-about')}
      </Notice>
    );
  if (!isLost(enrolment))
    return (
      <Notice tone="info" title={t('comp.claim.not-lost')}>
        {t('comp.claim.not-lost-about')}
      </Notice>
    );
  return <ClaimForm enrolment={enrolment} />;
}

function ClaimForm({ enrolment }: { enrolment: EnrolmentData }) {
  const t = useText(compensationText);
  const bearer = useText(bearerText);
  return (
    <Card
      title={t('comp.claim.form')}
      lede={enrolment.payers.length > 0 ? bearer('bearer.from-contracts') : undefined}
    >
      <CommandForm>
        <CauseFields min={enrolment.disbursedOn} max={enrolment.today} />
        <div className="flex flex-col gap-4 sm:flex-row">
          <AmountField
            name="guarantor"
            label={t('comp.claim.guarantor')}
            unit="yuan"
            defaultValue={fenToInput(enrolment.guarantorFen, 'yuan')}
            required
          />
          <AmountField
            name="insurer"
            label={t('comp.claim.insurer')}
            hint={t('comp.claim.others-hint')}
            unit="yuan"
            defaultValue={fenToInput(enrolment.insurerFen, 'yuan')}
            required
          />
        </div>
        <DocumentFields today={enrolment.today} />
        <Button>{t('comp.claim.do')}</Button>
      </CommandForm>
    </Card>
  );
}
