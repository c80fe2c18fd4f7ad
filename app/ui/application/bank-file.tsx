import type { ReactNode } from 'react';
import type { Purpose } from '~/domain/product/vocabulary.ts';
import { applicationText } from '~/text/application.ts';
import { bankText } from '~/text/application-bank.ts';
import { branchText } from '~/text/branch.ts';
import { purposeWords } from '~/text/product-words.ts';
import { LinkButton } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { ClockChip } from '~/ui/parts/clock-chip.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { DayText, InstantText, Money } from '~/ui/parts/figures.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { TabLinks } from '~/ui/parts/tabs.tsx';
import { useLocale, useNamed, useText } from '~/ui/text.ts';
import { Collaterals } from './application-page.tsx';
import { ApplicationTimeline, SignedMessages } from './application-timeline.tsx';
import { AccessView } from './bank-access.tsx';
import { BankActions } from './bank-actions.tsx';
import { TransferStep } from './bank-branch.tsx';
import { type BankFileShown, fileTabs, type WithRenewal } from './bank-file-shown.ts';
import { Interest } from './bank-second-look.tsx';
import { OfferTerms } from './offer-terms.tsx';
import { ConfirmedChecks } from './pre-check-card.tsx';
import { StateBadge } from './state-badge.tsx';

/** An application as its bank works on it: the firm under consent on one side, the next step on the other. */
export function BankFile({
  portrait,
  asOf,
  ...file
}: BankFileShown & WithRenewal & { readonly portrait: ReactNode; readonly asOf: ReactNode }) {
  const t = useText(bankText);
  const name = useNamed();
  const { application, tab } = file;
  const base = `/bank/applications/${application.id}`;
  const toLoan = file.loanId ? (
    <LinkButton to={`/bank/loans/${file.loanId}`}>{t('file.to-loan')}</LinkButton>
  ) : null;
  return (
    <div className="stack">
      <PageHeader
        trail={[{ label: t('inbox.title'), to: '/bank' }, { label: t('file.title') }]}
        eyebrow={name({ zh: file.productZh, en: file.productEn })}
        title={file.firm}
        badge={<StateBadge state={application.state} />}
        actions={
          <>
            {application.dueAt ? (
              <ClockChip due={application.dueAt} now={file.now} label={t('file.clock')} />
            ) : null}
            {toLoan}
            <a href="#next-step" className="font-medium underline underline-offset-4 xl:hidden">
              {t('act.title')} ↓
            </a>
          </>
        }
      />
      {file.peopleSince ? (
        <Notice tone="warn" title={t('file.people')}>
          {t('file.people-text')}
        </Notice>
      ) : null}
      {file.renewal?.notice}
      <TabLinks
        label={t('file.tabs')}
        items={fileTabs.map((each) => ({
          to: `${base}?tab=${each}`,
          label: t(`file.tab.${each}`),
          current: each === tab,
        }))}
      />
      <div className="grid items-start gap-(--gap) xl:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="stack min-w-0">
          {tab === 'overview' ? (
            <div className="grid gap-(--gap) lg:grid-cols-2">
              <ApplicationCard {...file} />
              <RegistrationCard {...file} />
              <ConfirmedChecks events={file.events} />
            </div>
          ) : null}
          {tab === 'timeline' ? (
            <Card title={t('file.tab.timeline')}>
              <ApplicationTimeline events={file.events} />
              <SignedMessages at={`/bank/applications/${file.application.id}`} events={file.events} />
            </Card>
          ) : null}
          {tab === 'portrait' ? portrait : null}
          {tab === 'as-of' ? asOf : null}
          {file.access ? <AccessView file={file} access={file.access} /> : null}
        </div>
        <div id="next-step" className="stack min-w-0 scroll-mt-20">
          <BankActions {...file} />
          <Interest file={file} />
          <TransferStep file={file} />
          {file.offer ? (
            <Card title={t('file.offer')}>
              <OfferTerms terms={file.offer} />
            </Card>
          ) : null}
        </div>
      </div>
    </div>
  );
}

function ApplicationCard({ application, ...file }: BankFileShown) {
  const t = useText(bankText);
  const branch = useText(branchText);
  const name = useNamed();
  const apps = useText(applicationText);
  const locale = useLocale();
  return (
    <Card title={t('file.application')}>
      <DefinitionList
        items={[
          { term: apps('apps.amount'), value: <Money fen={application.amountFen} /> },
          { term: apps('apps.term'), value: apps('apps.months', application.termMonths) },
          {
            term: apps('app.purpose'),
            value: purposeWords[application.purpose as Purpose]?.[locale] ?? application.purpose,
          },
          { term: apps('app.collateral'), value: <Collaterals codes={application.collateral} /> },
          { term: apps('apps.submitted'), value: <InstantText at={application.submittedAt} /> },
          ...(file.branchZh || file.branches.length > 0
            ? [
                {
                  term: branch('branch.lies-with'),
                  value: file.branchZh
                    ? name({ zh: file.branchZh, en: file.branchEn })
                    : branch('branch.head-office'),
                },
              ]
            : []),
          { term: t('file.maker'), value: application.maker ?? t('inbox.nobody') },
          ...(application.checker ? [{ term: t('file.checker'), value: application.checker }] : []),
        ]}
      />
    </Card>
  );
}

function RegistrationCard({ registration }: BankFileShown) {
  const t = useText(bankText);
  const name = useNamed();
  const unknown = t('file.unknown');
  const { industryZh, industryEn, establishedOn } = registration;
  return (
    <Card title={t('file.registration')} tone="well">
      <DefinitionList
        items={[
          {
            term: t('file.uscc'),
            value: <span className="num text-sm whitespace-nowrap">{registration.uscc ?? unknown}</span>,
          },
          {
            term: t('file.kind'),
            value: t(registration.kind === 'sole-trader' ? 'file.kind.sole-trader' : 'file.kind.company'),
          },
          { term: t('file.region'), value: registration.regionZh ?? unknown },
          {
            term: t('file.industry'),
            value: industryZh ? name({ zh: industryZh, en: industryEn }) : unknown,
          },
          { term: t('file.established'), value: establishedOn ? <DayText day={establishedOn} /> : unknown },
        ]}
      />
    </Card>
  );
}
