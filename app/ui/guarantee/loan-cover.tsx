import { circleText } from '~/text/circle.ts';
import { showFen } from '~/text/format.ts';
import { guaranteeText } from '~/text/guarantee.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { type ContractShown, ContractTable } from '~/ui/guarantee/contract-table.tsx';
import { AmountField, NumberField } from '~/ui/parts/amount-field.tsx';
import { Button, LinkButton } from '~/ui/parts/button.tsx';
import { Card, CardGrid } from '~/ui/parts/card.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { TextAreaField } from '~/ui/parts/text-field.tsx';
import { useLocale, useText } from '~/ui/text.ts';

type CoverShown = ContractShown & { readonly demandedFen: string | null };

export type LoanCoverProps = {
  readonly loanId: string;
  readonly contractNo: string;
  readonly firm: string;
  readonly live: boolean;
  readonly contracts: readonly CoverShown[];
  readonly guarantors: readonly {
    readonly id: string;
    readonly kind: string;
    readonly zh: string;
    readonly en: string;
  }[];
};

/** The covers of one loan for its bank, and the form to ask for one. */
export function LoanCover({ loanId, contractNo, firm, live, contracts, guarantors }: LoanCoverProps) {
  const t = useText(guaranteeText);
  const locale = useLocale();
  return (
    <div className="stack-lg">
      <PageHeader
        title={t('guarantee.bank.title', contractNo)}
        lede={`${firm} · ${t('guarantee.bank.lede')}`}
        trail={[{ label: contractNo, to: `/bank/loans/${loanId}` }]}
      />
      <ContractTable
        side="bank"
        caption={t('guarantee.bank.link')}
        contracts={contracts}
        empty={<EmptyState title={t('guarantee.bank.empty')}>{t('guarantee.bank.empty-next')}</EmptyState>}
      />
      <CoverSteps contracts={contracts} />
      {live ? (
        <Card title={t('guarantee.bank.ask')}>
          <CommandForm intent="ask">
            <SelectField
              name="guarantorId"
              label={t('guarantee.guarantor')}
              options={guarantors.map((g) => ({
                value: g.id,
                label: locale === 'en' ? g.en : g.zh,
                group: t(g.kind === 'insurer' ? 'guarantee.kind.insurance' : 'guarantee.kind.guarantee'),
              }))}
              required
            />
            <NumberField name="share" label={t('guarantee.share')} unit="%" decimal required />
            <TextAreaField name="note" label={t('guarantee.note')} rows={2} maxLength={500} />
            <div>
              <Button>{t('guarantee.bank.ask')}</Button>
            </div>
          </CommandForm>
        </Card>
      ) : null}
    </div>
  );
}

/** What the bank may do with each cover: take a request back, or ask to be paid. */
function CoverSteps({ contracts }: { contracts: readonly CoverShown[] }) {
  const locale = useLocale();
  const open = contracts.filter((c) => ['requested', 'proposed', 'in-force'].includes(c.state));
  if (open.length === 0) return null;
  return (
    <CardGrid>
      {open.map((c) => (
        <Card key={c.id} title={locale === 'en' ? c.guarantorEn : c.guarantorZh}>
          {c.state === 'in-force' ? <Demand contract={c} /> : <Withdraw id={c.id} />}
        </Card>
      ))}
    </CardGrid>
  );
}

function Withdraw({ id }: { id: string }) {
  const t = useText(guaranteeText);
  return (
    <CommandForm intent="withdraw" id={`withdraw-${id}`}>
      <input type="hidden" name="contract" value={id} />
      <div>
        <Button variant="secondary">{t('guarantee.bank.withdraw')}</Button>
      </div>
    </CommandForm>
  );
}

function Demand({ contract: c }: { contract: CoverShown }) {
  const t = useText(guaranteeText);
  const locale = useLocale();
  if (c.demandedFen)
    return <Notice tone="info" title={t('guarantee.bank.demanded', showFen(c.demandedFen, locale))} />;
  const left = (BigInt(c.liabilityFen) - BigInt(c.paidFen)).toString();
  return (
    <CommandForm intent="demand" id={`demand-${c.id}`}>
      <input type="hidden" name="contract" value={c.id} />
      <AmountField
        name="amount"
        label={t('guarantee.bank.demand-amount')}
        hint={t('guarantee.bank.demand-hint', showFen(left, locale), c.waitingDays)}
        unit="yuan"
        required
      />
      <TextAreaField name="note" label={t('guarantee.note')} rows={2} maxLength={500} />
      <div>
        <Button>{t('guarantee.bank.demand')}</Button>
      </div>
    </CommandForm>
  );
}

/** The way from a loan to its covers. */
export function CoverLink({ loanId }: { loanId: string }) {
  const t = useText(guaranteeText);
  const circle = useText(circleText);
  return (
    <div className="flex flex-wrap gap-3">
      <LinkButton variant="secondary" to={`/bank/loans/${loanId}/guarantees`}>
        {t('guarantee.bank.link')}
      </LinkButton>
      <LinkButton variant="secondary" to={`/bank/loans/${loanId}/circle`}>
        {circle('circle.open')}
      </LinkButton>
    </div>
  );
}
