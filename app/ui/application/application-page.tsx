import type { ApplicationState } from '~/domain/application/state.ts';
import type { Collateral, Purpose } from '~/domain/product/vocabulary.ts';
import { applicationText } from '~/text/application.ts';
import { asOfText } from '~/text/as-of.ts';
import { renewalText } from '~/text/loan-renewal.ts';
import { collateralWords, purposeWords } from '~/text/product-words.ts';
import type { ConsentShown } from '~/ui/consent/consent-shown.ts';
import { StatusBadge } from '~/ui/consent/status-badge.tsx';
import { ButtonRow, LinkButton, TextLink } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { ClockChip } from '~/ui/parts/clock-chip.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { InstantText, Money } from '~/ui/parts/figures.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { Stepper } from '~/ui/parts/stepper.tsx';
import { useLocale, useNamed, useText } from '~/ui/text.ts';
import type {
  ApplicationShown,
  DocumentShown,
  PartiesShown,
  ReasonShown,
  StepShown,
  TermsShown,
} from './application-shown.ts';
import { ApplicationTimeline, SignedMessages } from './application-timeline.tsx';
import type { AsOfShown } from './as-of-shown.ts';
import { AsOfView } from './as-of-view.tsx';
import { DocumentTable } from './document-table.tsx';
import { AddDocuments, WithdrawApplication } from './firm-forms.tsx';
import { Outcome } from './firm-outcome.tsx';
import { ConfirmedChecks } from './pre-check-card.tsx';
import { StateBadge } from './state-badge.tsx';

export type ApplicationPageProps = PartiesShown & {
  readonly application: ApplicationShown;
  readonly offer: (TermsShown & { readonly state: string }) | null;
  readonly reasons: readonly ReasonShown[];
  readonly events: readonly StepShown[];
  readonly documents: readonly DocumentShown[];
  readonly consent: Pick<ConsentShown, 'id' | 'status'> | null;
  readonly loanId: string | null;
  readonly now: string;
  /** Only the owner withdraws and answers. */
  readonly mayChange: boolean;
  /** Whether the bank waits for documents. */
  readonly isPaused: boolean;
  /** The last day for the money of a signed contract. */
  readonly disburseUntil: string | null;
  /** The last day on which a second look may be asked for. */
  readonly secondLookUntil: string | null;
  /** Where the page looks back at a day. */
  readonly asOf: AsOfShown | null;
};

const withdrawable: readonly ApplicationState[] = [
  'submitted',
  'in-review',
  'proposed',
  'approved',
  'accepted',
];

/** One application as its firm sees it. */
export function ApplicationPage(props: ApplicationPageProps) {
  const t = useText(applicationText);
  const name = useNamed();
  const { application } = props;
  const back = useText(asOfText);
  const product = name({ zh: props.productZh, en: props.productEn });
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[{ label: t('apps.title'), to: '/my/applications' }, { label: t('app.title') }]}
        eyebrow={[
          name({ zh: props.bankZh, en: props.bankEn }),
          ...(props.branchZh ? [name({ zh: props.branchZh, en: props.branchEn })] : []),
        ].join(' · ')}
        title={product}
        badge={<StateBadge state={application.state} />}
        actions={
          props.asOf ? (
            <LinkButton to={`/my/applications/${application.id}`} variant="secondary">
              {back('as-of.back')}
            </LinkButton>
          ) : application.dueAt ? (
            <ClockChip due={application.dueAt} now={props.now} label={t('apps.bank-due')} />
          ) : null
        }
      />
      {props.asOf ? (
        <AsOfView
          shown={props.asOf}
          base={`/my/applications/${application.id}`}
          keep={{ view: 'as-of' }}
          isWhole
        />
      ) : (
        <Today {...props} />
      )}
    </div>
  );
}

/** The application as it stands now. */
function Today(props: ApplicationPageProps) {
  const t = useText(applicationText);
  const back = useText(asOfText);
  const { application } = props;
  return (
    <>
      <Progress state={application.state} />
      <Outcome {...props} />
      <Facts {...props} />
      <ConfirmedChecks events={props.events} />
      <Section title={t('app.timeline')}>
        <ApplicationTimeline events={props.events} />
        <SignedMessages at={`/my/applications/${application.id}`} events={props.events} />
      </Section>
      <Section title={t('app.documents')}>
        <DocumentTable documents={props.documents} base={`/my/applications/${application.id}/documents`} />
        {application.closedAt || !props.mayChange ? null : <AddDocuments />}
      </Section>
      <ButtonRow>
        <LinkButton to={`/my/applications/${application.id}?view=as-of`} variant="secondary">
          {back('as-of.open')}
        </LinkButton>
      </ButtonRow>
      {props.mayChange && withdrawable.includes(application.state) ? <WithdrawApplication /> : null}
    </>
  );
}

const steps = ['submitted', 'in-review', 'approved', 'accepted', 'contracted', 'disbursed'] as const;

/** The way to the money; an application that ended elsewhere shows no progress. */
function Progress({ state }: { state: ApplicationState }) {
  const t = useText(applicationText);
  const reached = state === 'proposed' ? 'in-review' : state;
  const index = steps.indexOf(reached as (typeof steps)[number]);
  if (index < 0) return null;
  const current = state === 'disbursed' ? steps.length : index;
  return (
    <Stepper
      label={t('app.steps')}
      current={current}
      steps={steps.map((step) => ({ label: t(`state.${step}`) }))}
    />
  );
}

function Facts({ application, consent, loanId }: ApplicationPageProps) {
  const renewal = useText(renewalText);
  const t = useText(applicationText);
  const locale = useLocale();
  const purpose = purposeWords[application.purpose as Purpose]?.[locale] ?? application.purpose;
  return (
    <Card title={t('app.facts')}>
      <DefinitionList
        layout="grid"
        items={[
          { term: t('apps.amount'), value: <Money fen={application.amountFen} /> },
          { term: t('apps.term'), value: t('apps.months', application.termMonths) },
          { term: t('app.purpose'), value: purpose },
          { term: t('app.collateral'), value: <Collaterals codes={application.collateral} /> },
          { term: t('apps.submitted'), value: <InstantText at={application.submittedAt} /> },
          {
            term: t('app.need'),
            value: <TextLink to={`/my/needs/${application.needId}`}>{t('app.need-see')}</TextLink>,
          },
          ...(consent
            ? [
                {
                  term: t('app.consent'),
                  value: <TextLink to={`/my/consents/${consent.id}`}>{t('app.consent-see')}</TextLink>,
                  note: <StatusBadge status={consent.status} />,
                },
              ]
            : []),
          ...(application.renewsLoanId
            ? [
                {
                  term: renewal('renewal.loan'),
                  value: (
                    <TextLink to={`/my/loans/${application.renewsLoanId}`}>
                      {renewal('renewal.see-loan')}
                    </TextLink>
                  ),
                },
              ]
            : []),
          ...(loanId
            ? [
                {
                  term: t('app.loan'),
                  value: <TextLink to={`/my/loans/${loanId}`}>{t('app.loan-see')}</TextLink>,
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}

/** What secures the loan, by name. */
export function Collaterals({ codes }: { codes: readonly string[] }) {
  const locale = useLocale();
  const known = codes.length > 0 ? codes : ['credit'];
  return (
    <ul>
      {known.map((code) => (
        <li key={code}>{collateralWords[code as Collateral]?.[locale] ?? code}</li>
      ))}
    </ul>
  );
}
