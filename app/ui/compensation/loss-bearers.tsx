import { bearerName, bearerText } from '~/text/compensation-bearer.ts';
import { showFen } from '~/text/format.ts';
import { Card } from '~/ui/parts/card.tsx';
import { BarList } from '~/ui/parts/chart/bar-list.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type BearerShown = { readonly payer: string; readonly amountFen: string };

type LossBearersProps = {
  readonly title?: string | undefined;
  readonly lossFen: string;
  /** Beside the pool and whoever claims. */
  readonly payers: readonly BearerShown[];
  readonly poolFen: string;
  /** Who claims and keeps the rest. */
  readonly claimant: 'bank' | 'claimant';
};

/** Who bears a loss, part by part; the parts are the loss. */
export function LossBearers({ title, lossFen, payers, poolFen, claimant }: LossBearersProps) {
  const t = useText(bearerText);
  const locale = useLocale();
  const sums = new Map<string, bigint>();
  for (const { payer, amountFen } of payers) sums.set(payer, (sums.get(payer) ?? 0n) + BigInt(amountFen));
  const others = [...sums.values()].reduce((sum, part) => sum + part, 0n);
  const rest = BigInt(lossFen) - others - BigInt(poolFen);
  const parts = [...sums, ['pool', BigInt(poolFen)] as const, [claimant, rest] as const];
  return (
    <Card>
      <BarList
        title={title ?? t('bearer.title')}
        description={t('bearer.about')}
        max={Math.max(1, Number(lossFen))}
        bars={parts.map(([payer, fen]) => ({
          label: bearerName(payer, locale),
          value: Math.max(0, Number(fen)),
          text: showFen(String(fen), locale),
          marked: payer === 'pool',
        }))}
      />
    </Card>
  );
}
