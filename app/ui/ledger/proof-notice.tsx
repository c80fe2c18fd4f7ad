import { ledgerProofText } from '~/text/ledger-proof.ts';
import { wordCheck } from '~/text/ledger-verify.ts';
import { showCount } from '~/ui/format.ts';
import { InstantText } from '~/ui/parts/figures.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type Proof = {
  readonly ok: boolean;
  readonly at: string;
  readonly transactions: number;
  readonly postings: number;
  readonly broken: readonly {
    readonly check: string;
    readonly wrong: number;
    readonly first: string | null;
  }[];
};

/** What last night's proof of the ledger found, and what to do when it does not hold. */
export function ProofNotice({ proof }: { proof: Proof | null }) {
  const t = useText(ledgerProofText);
  const locale = useLocale();
  if (!proof)
    return (
      <Notice tone="info" title={t('proof.never')}>
        {t('proof.never-why')}
      </Notice>
    );
  const count = (n: number) => showCount(n, locale);
  return (
    <Notice tone={proof.ok ? 'good' : 'bad'} title={t(proof.ok ? 'proof.whole' : 'proof.broken')}>
      {proof.ok ? (
        <p>{t('proof.counted', count(proof.transactions), count(proof.postings))}</p>
      ) : (
        <>
          <ul className="list-disc ps-5">
            {proof.broken.map(({ check, wrong, first }) => (
              <li key={check}>{t('proof.fault', wordCheck(check, locale), count(wrong), first ?? '')}</li>
            ))}
          </ul>
          <p>{t('proof.act')}</p>
        </>
      )}
      <p className="text-sm text-ink-soft">
        {t('proof.at')} <InstantText at={proof.at} />
      </p>
    </Notice>
  );
}
