import { loanOfficeText } from '~/text/loan-office.ts';
import { paymentFileText } from '~/text/loan-payments.ts';
import { showFen } from '~/ui/format.ts';
import { type MonthEntry, MonthTable } from '~/ui/loan/month-page.tsx';
import { LinkButton, TextLink } from '~/ui/parts/button.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type OfficeListProps = {
  readonly month: string;
  readonly through: string;
  readonly before: string;
  readonly after: string | null;
  readonly appointed: boolean;
  readonly regions: readonly string[];
  readonly rows: readonly MonthEntry[];
  readonly unnamed: null | {
    readonly few: boolean;
    readonly loans: number | null;
    readonly balanceFen: string | null;
  };
  readonly maturing: readonly MonthEntry[] | null;
  readonly remindDays: number;
};

const base = '/regulator/month';

/** An office's copy of the monthly list, and what matures soon in its division. */
export function OfficeListPage(props: OfficeListProps) {
  const t = useText(loanOfficeText);
  const tm = useText(paymentFileText);
  const { month, regions, appointed, maturing } = props;
  if (!appointed && maturing === null)
    return (
      <div className="stack-lg">
        <PageHeader title={t('office.list-title')} />
        <EmptyState title={t('office.not-appointed')}>{t('office.not-appointed-next')}</EmptyState>
      </div>
    );
  return (
    <div className="stack-lg">
      <PageHeader
        title={t('office.list-title')}
        lede={appointed ? t('office.list-lede', regions.join('、')) : undefined}
        actions={
          appointed ? (
            <LinkButton to={`${base}/file/xlsx?month=${month}`} download variant="secondary">
              {tm('month.xlsx')}
            </LinkButton>
          ) : undefined
        }
      />
      {appointed ? <Month {...props} /> : null}
      {maturing ? (
        <Section
          id="maturing"
          title={t('office.maturing', props.remindDays)}
          lede={t('office.maturing-lede')}
        >
          {maturing.length > 0 ? (
            <MonthTable rows={maturing} detail={null} />
          ) : (
            <EmptyState title={t('office.maturing-none')} />
          )}
        </Section>
      ) : null}
    </div>
  );
}

function Month({ month, through, before, after, rows, unnamed }: OfficeListProps) {
  const t = useText(loanOfficeText);
  const tm = useText(paymentFileText);
  const locale = useLocale();
  return (
    <Section title={tm('month.title')} lede={tm('month.lede', month, through)}>
      <p className="flex flex-wrap gap-x-6 gap-y-2">
        <TextLink to={`${base}?month=${before}`}>{tm('month.before')}</TextLink>
        {after ? <TextLink to={`${base}?month=${after}`}>{tm('month.after')}</TextLink> : null}
      </p>
      {rows.length > 0 ? (
        <MonthTable rows={rows} detail={null} />
      ) : (
        <EmptyState title={t('office.empty')}>{t('office.empty-next')}</EmptyState>
      )}
      {unnamed ? (
        <Notice
          tone="info"
          title={
            unnamed.few
              ? t('office.unnamed-few')
              : t('office.unnamed', unnamed.loans ?? 0, showFen(unnamed.balanceFen ?? '0', locale, 'short'))
          }
        />
      ) : null}
    </Section>
  );
}
