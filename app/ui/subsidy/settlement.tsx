import { showFen } from '~/text/format.ts';
import { schemeWords, wordOf } from '~/text/policy-words.ts';
import { subsidyDeskText, subsidyText } from '~/text/subsidy.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { Button, ButtonRow, LinkButton, TextLink } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { BarList } from '~/ui/parts/chart/bar-list.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { Disclosure } from '~/ui/parts/disclosure.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { Figure, FigureRow, Money } from '~/ui/parts/figures.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { KeysetPager } from '~/ui/parts/pager.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { TextAreaField } from '~/ui/parts/text-field.tsx';
import { type BankSettled, BankSettlement } from '~/ui/subsidy/bank-settlement.tsx';
import { Explanation } from '~/ui/subsidy/explanation.tsx';
import { type RewardShown, Rewards } from '~/ui/subsidy/rewards.tsx';
import { RunBadge, type RunShown } from '~/ui/subsidy/settlement-list.tsx';
import type { DeductionShown } from '~/ui/subsidy/subsidy-shown.ts';
import { useLocale, useText } from '~/ui/text.ts';

type EntitlementShown = {
  readonly id: string;
  readonly loanId: string;
  readonly contractNo: string;
  readonly firm: string;
  readonly bankZh: string;
  readonly bankEn: string;
  readonly schemeZh: string;
  readonly schemeEn: string;
  readonly fullFen: string;
  readonly amountFen: string;
  readonly deductions: readonly DeductionShown[];
};

type GuarantorShown = {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly volumeFen: string;
  readonly forVolumeFen: string;
  readonly forFeesFen: string;
  readonly amountFen: string;
};

export type SettlementProps = {
  readonly run: RunShown;
  readonly isMine: boolean;
  readonly payers: readonly { readonly payer: string; readonly fen: string }[];
  readonly banks: readonly BankSettled[];
  readonly entitlements: readonly EntitlementShown[];
  readonly guarantors: readonly GuarantorShown[];
  readonly rewards: readonly RewardShown[];
  readonly page: number;
  readonly more: boolean;
};

/** One settlement: its sums, the decision, who pays, loan by loan. */
export function Settlement(props: SettlementProps) {
  const t = useText(subsidyDeskText);
  const { run, payers, page } = props;
  const locale = useLocale();
  const here = `/operator/subsidies/${run.id}`;
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[{ label: t('desk.title'), to: '/operator/subsidies' }]}
        title={t('desk.run-title', run.quarter)}
        badge={<RunBadge state={run.state} />}
        actions={
          <>
            <LinkButton variant="secondary" download to={`${here}/export.csv`}>
              {t('desk.csv')}
            </LinkButton>
            <LinkButton variant="secondary" download to={`${here}/export.xlsx`}>
              {t('desk.xlsx')}
            </LinkButton>
          </>
        }
      />
      <FigureRow>
        <Figure label={t('desk.amount')} value={<Money fen={run.amountFen} />} />
        <Figure label={t('desk.paid')} value={<Money fen={run.paidFen} />} />
        <Figure label={t('desk.loans')} value={run.loans} />
        <Figure label={t('desk.firms')} value={run.firms} />
        <Figure label={t('desk.maker')} value={run.maker ?? '—'} />
        <Figure label={t('desk.checker')} value={run.checker ?? '—'} />
      </FigureRow>
      <Decision {...props} />
      {payers.length > 0 ? (
        <Card>
          <BarList
            title={t('desk.by-payer')}
            description={t('desk.by-payer-about')}
            bars={payers.map(({ payer, fen }) => ({
              label: wordOf(schemeWords, payer, locale),
              value: Math.max(0, Number(fen)),
              text: showFen(fen, locale),
            }))}
          />
        </Card>
      ) : null}
      <BankSettlement banks={props.banks} />
      <Section title={t('desk.entitlements')}>
        <Entitlements rows={props.entitlements} />
        <KeysetPager
          previous={page > 0 ? `${here}?page=${page - 1}` : undefined}
          next={props.more ? `${here}?page=${page + 1}` : undefined}
          shown={props.entitlements.length}
        />
      </Section>
      {props.guarantors.length > 0 ? <Guarantors rows={props.guarantors} /> : null}
      <Rewards rows={props.rewards} by="bank" />
    </div>
  );
}

function Decision({ run, isMine }: Pick<SettlementProps, 'run' | 'isMine'>) {
  const t = useText(subsidyDeskText);
  if (run.state === 'computing') return <Notice tone="info" title={t('desk.computing')} />;
  if (run.state === 'approved')
    return (
      <Notice
        tone={run.note ? 'bad' : 'info'}
        title={t(run.note ? 'desk.short' : 'desk.state.approved')}
        next={run.note ? t('desk.short-next') : undefined}
      >
        {run.note ? (
          <CommandForm intent="resume">
            <div>
              <Button>{t('desk.resume')}</Button>
            </div>
          </CommandForm>
        ) : null}
      </Notice>
    );
  if (run.state === 'rejected' && run.note) return <Notice tone="warn" title={run.note} />;
  if (run.state !== 'proposed') return null;
  if (isMine) return <Notice tone="info" title={t('desk.own-run')} />;
  return (
    <ButtonRow>
      <CommandForm intent="approve">
        <Button>{t('desk.approve')}</Button>
      </CommandForm>
      <ConfirmStep ask={t('desk.reject')} title={t('desk.reject')} tone="danger">
        <CommandForm intent="reject">
          <TextAreaField name="note" label={t('desk.reject-note')} rows={2} maxLength={300} required />
          <div>
            <Button variant="danger">{t('desk.reject')}</Button>
          </div>
        </CommandForm>
      </ConfirmStep>
    </ButtonRow>
  );
}

function Entitlements({ rows }: { rows: readonly EntitlementShown[] }) {
  const t = useText(subsidyDeskText);
  const words = useText(subsidyText);
  const locale = useLocale();
  return (
    <DataTable
      caption={t('desk.entitlements')}
      captionHidden
      rows={rows}
      rowKey={(e) => e.id}
      empty={<EmptyState title={t('desk.entitlements-empty')} />}
      columns={[
        { key: 'firm', header: words('subsidy.firm'), primary: true, cell: (e) => e.firm },
        {
          key: 'loan',
          header: words('subsidy.loan'),
          cell: (e) => <TextLink to={`/operator/subsidised-loans/${e.loanId}`}>{e.contractNo}</TextLink>,
        },
        { key: 'bank', header: words('subsidy.bank'), cell: (e) => (locale === 'en' ? e.bankEn : e.bankZh) },
        {
          key: 'scheme',
          header: words('subsidy.scheme'),
          cell: (e) => (
            <Disclosure summary={locale === 'en' ? e.schemeEn : e.schemeZh}>
              <Explanation {...e} />
            </Disclosure>
          ),
        },
        { key: 'amount', header: t('desk.amount'), align: 'end', cell: (e) => <Money fen={e.amountFen} /> },
      ]}
    />
  );
}

function Guarantors({ rows }: { rows: readonly GuarantorShown[] }) {
  const t = useText(subsidyDeskText);
  const locale = useLocale();
  const money = (key: 'volumeFen' | 'forVolumeFen' | 'forFeesFen' | 'amountFen', header: string) => ({
    key,
    header,
    align: 'end' as const,
    cell: (g: GuarantorShown) => <Money fen={g[key]} />,
  });
  return (
    <Section title={t('desk.guarantors')} lede={t('desk.guarantors-about')}>
      <DataTable
        caption={t('desk.guarantors')}
        captionHidden
        rows={rows}
        rowKey={(g) => g.id}
        columns={[
          {
            key: 'name',
            header: t('desk.guarantors'),
            primary: true,
            cell: (g) => (locale === 'en' ? g.en : g.zh),
          },
          money('volumeFen', t('desk.volume')),
          money('forVolumeFen', t('desk.for-volume')),
          money('forFeesFen', t('desk.for-fees')),
          money('amountFen', t('desk.amount')),
        ]}
      />
    </Section>
  );
}
