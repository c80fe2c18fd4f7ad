import { bearerName } from '~/text/compensation-bearer.ts';
import type { BearerShown } from '~/ui/compensation/loss-bearers.tsx';
import { Money } from '~/ui/parts/figures.tsx';
import { useLocale } from '~/ui/text.ts';

/** How money that came back was split, by whom it went to; `bank` stands for whoever claims and keeps the rest. */
export function RecoveryParts({
  parts,
  isGuarantor,
}: {
  readonly parts: readonly BearerShown[];
  readonly isGuarantor: boolean;
}) {
  const locale = useLocale();
  return (
    <ul className="flex flex-col gap-0.5">
      {parts.map(({ payer, amountFen }) => (
        <li key={payer}>
          {bearerName(payer === 'bank' && isGuarantor ? 'claimant' : payer, locale)} <Money fen={amountFen} />
        </li>
      ))}
    </ul>
  );
}
