import { deductionCodes } from '~/domain/subsidy/entitlement.ts';
import { subsidyText } from '~/text/subsidy.ts';
import { Money } from '~/ui/parts/figures.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import type { DeductionShown } from '~/ui/subsidy/subsidy-shown.ts';
import { useText } from '~/ui/text.ts';

type ExplanationProps = {
  readonly fullFen: string;
  readonly amountFen: string;
  readonly deductions: readonly DeductionShown[];
};

type Step = { readonly key: string; readonly label: string; readonly fen: string };

/** Why this amount and not the full one: the full amount, what is taken off in order, and what is left. */
export function Explanation({ fullFen, amountFen, deductions }: ExplanationProps) {
  const t = useText(subsidyText);
  const less = deductions.flatMap(({ code, amountFen: fen }): Step[] => {
    const known = deductionCodes.find((each) => each === code);
    return known ? [{ key: code, label: t(`subsidy.less.${known}`), fen: `${-BigInt(fen)}` }] : [];
  });
  const title = t('subsidy.why', amountFen, fullFen);
  return (
    <DataTable<Step>
      caption={title}
      rows={[{ key: 'full', label: t('subsidy.full'), fen: fullFen }, ...less]}
      rowKey={(step) => step.key}
      columns={[
        { key: 'step', header: t('subsidy.step'), primary: true, cell: (step) => step.label },
        {
          key: 'amount',
          header: t('subsidy.amount'),
          align: 'end',
          cell: (step) => <Money fen={step.fen} />,
        },
      ]}
      footer={[t('subsidy.result'), <Money key="sum" fen={amountFen} />]}
    />
  );
}
