import type { StandardName, StandardVerdict } from '~/domain/application/standards.ts';
import { recommendedText } from '~/text/recommended.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { useText } from '~/ui/text.ts';

const tones = { met: 'good', failed: 'bad', unknown: 'info' } as const;

type StandardShown = {
  readonly standard: StandardName;
  readonly verdict: StandardVerdict;
  readonly vouched?: boolean;
};

/** The five standards of the recommended list with what records say of each. */
export function StandardsList({ standards }: { standards: readonly StandardShown[] }) {
  const t = useText(recommendedText);
  return (
    <ul className="stack gap-1">
      {standards.map(({ standard, verdict, vouched }) => (
        <li key={standard} className="flex flex-wrap items-center gap-x-2">
          <span>{t(`standard.${standard}`)}</span>
          <Badge tone={tones[verdict]}>{t(`standard.verdict.${verdict}`)}</Badge>
          {vouched ? <span className="text-sm text-ink-soft">{t('recommended.vouched')}</span> : null}
        </li>
      ))}
    </ul>
  );
}
