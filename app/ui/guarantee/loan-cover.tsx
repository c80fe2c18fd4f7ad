import { guaranteeText } from '~/text/guarantee.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { type ContractShown, ContractTable } from '~/ui/guarantee/contract-table.tsx';
import { NumberField } from '~/ui/parts/amount-field.tsx';
import { Button, LinkButton } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { TextAreaField } from '~/ui/parts/text-field.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type LoanCoverProps = {
  readonly loanId: string;
  readonly contractNo: string;
  readonly firm: string;
  readonly live: boolean;
  readonly contracts: readonly ContractShown[];
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
      {live ? (
        <Card title={t('guarantee.bank.ask')}>
          <CommandForm>
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

/** The way from a loan to its covers. */
export function CoverLink({ loanId }: { loanId: string }) {
  const t = useText(guaranteeText);
  return (
    <div>
      <LinkButton variant="secondary" to={`/bank/loans/${loanId}/guarantees`}>
        {t('guarantee.bank.link')}
      </LinkButton>
    </div>
  );
}
