import type { ReactNode } from 'react';
import { rightsText } from '~/text/rights.ts';
import { rightsRefusals } from '~/text/rights-refusal.ts';
import { FilterBar } from '~/ui/parts/filter-bar.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { TextField } from '~/ui/parts/text-field.tsx';
import { useText } from '~/ui/text.ts';
import { type SealedShown, SealedTable } from './sealed-table.tsx';

type SealedPageProps = {
  readonly code: string;
  readonly reason: string;
  /** What else there is to look at of the firm. */
  readonly children?: ReactNode;
  readonly found: { readonly firm: string; readonly sealed: readonly SealedShown[] } | 'none' | null;
};

/** The audit role looks at what was sealed about a firm, and says why. */
export function SealedPage({ code, reason, found, children }: SealedPageProps) {
  const t = useText(rightsText);
  const r = useText(rightsRefusals);
  return (
    <div className="stack-lg">
      <PageHeader title={t('rights.audit.title')} lede={t('rights.audit.lede')} />
      <FilterBar values={{ code, reason }} clearTo="/operator/sealed" active={found ? 1 : 0}>
        <TextField name="code" label={t('rights.audit.code')} maxLength={18} code required />
        <TextField name="reason" label={t('rights.audit.reason')} maxLength={200} required />
      </FilterBar>
      {found === 'none' ? <Notice tone="refusal" live title={r('repair.firm-not-found')} /> : null}
      {found && found !== 'none' ? (
        <Section title={t('rights.audit.of', found.firm)}>
          <SealedTable
            sealed={found.sealed}
            linked={false}
            empty={<p className="text-ink-soft">{t('rights.sealed-none')}</p>}
          />
        </Section>
      ) : null}
      {children}
    </div>
  );
}
