import { compensationText } from '~/text/compensation.ts';
import { dutyName, evidenceName } from '~/text/compensation-words.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { DayText } from '~/ui/parts/figures.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type ProofShown = { readonly code: string; readonly reference: string; readonly on: string };
export type DutyShown = {
  readonly code: string;
  readonly done: boolean;
  readonly proofs: readonly ProofShown[];
};

/** The proofs of a claim, and the bank's duties with what shows them done. */
export function ClaimProofs(shown: {
  readonly evidence: readonly ProofShown[];
  readonly duties: readonly DutyShown[];
}) {
  const t = useText(compensationText);
  const locale = useLocale();
  return (
    <>
      <Section title={t('comp.claim.duties')} lede={t('comp.claim.duties-about')}>
        <DataTable
          caption={t('comp.claim.duties')}
          captionHidden
          rows={shown.duties}
          rowKey={(duty) => duty.code}
          columns={[
            { key: 'duty', header: t('comp.duty'), primary: true, cell: (d) => dutyName(d.code, locale) },
            {
              key: 'done',
              header: t('comp.standing'),
              cell: (d) => (
                <Badge tone={d.done ? 'good' : 'warn'}>
                  {t(d.done ? 'comp.duty.done' : 'comp.duty.open')}
                </Badge>
              ),
            },
            {
              key: 'proofs',
              header: t('comp.proof'),
              cell: (d) => (d.proofs.length === 0 ? '—' : <ProofList proofs={d.proofs} />),
            },
          ]}
        />
      </Section>
      <Section title={t('comp.claim.evidence')}>
        <DataTable
          caption={t('comp.claim.evidence')}
          captionHidden
          rows={shown.evidence}
          rowKey={(proof) => proof.code}
          columns={[
            {
              key: 'proof',
              header: t('comp.proof'),
              primary: true,
              cell: (p) => evidenceName(p.code, locale),
            },
            { key: 'reference', header: t('comp.proof.reference'), cell: (p) => p.reference },
            { key: 'on', header: t('comp.proof.on'), cell: (p) => <DayText day={p.on} /> },
          ]}
        />
      </Section>
    </>
  );
}

function ProofList({ proofs }: { readonly proofs: readonly ProofShown[] }) {
  const locale = useLocale();
  return (
    <ul className="flex flex-col gap-0.5">
      {proofs.map((proof) => (
        <li key={`${proof.code} ${proof.reference}`}>
          {evidenceName(proof.code, locale)} {proof.reference} <DayText day={proof.on} />
        </li>
      ))}
    </ul>
  );
}
