import { loanText } from '~/text/loan.ts';
import { Notice } from '~/ui/parts/notice.tsx';
import { useText } from '~/ui/text.ts';

type Successor = {
  readonly name: string;
  readonly uscc: string | null;
  readonly kind: 'merge' | 'split' | 'spin-off';
  readonly sharePpm: number | null;
  readonly on: string;
};

/** Who answers for the loan after the borrower was absorbed or divided; nothing while it stands alone. */
export function BorrowerSuccessors({ successors }: { successors: readonly Successor[] }) {
  const t = useText(loanText);
  const [first] = successors;
  if (!first) return null;
  const isGone = successors.some(({ kind }) => kind !== 'spin-off');
  return (
    <Notice
      tone="warn"
      title={t(isGone ? 'loan.succeeded' : 'loan.succeeded-part', first.on)}
      next={t('loan.succeeded-next')}
    >
      <ul>
        {successors.map(({ name, uscc, sharePpm }) => (
          <li key={uscc ?? name}>
            {name} {uscc ? <span className="font-mono text-sm">{uscc}</span> : null}
            {sharePpm === null ? null : ` · ${sharePpm / 10_000} %`}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
