import { useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';
import { productDraftText } from '~/text/product-draft.ts';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { DayText, InstantText } from '~/ui/parts/figures.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { ConditionForm } from '~/ui/product/condition-form.tsx';
import { ConditionLines } from '~/ui/product/condition-lines.tsx';
import { ProductDraftBadge } from '~/ui/product/draft-badge.tsx';
import { DraftDecision } from '~/ui/product/draft-decision.tsx';
import { DraftDiff } from '~/ui/product/draft-diff.tsx';
import type { DraftPageProps } from '~/ui/product/draft-props.ts';
import { DraftReach } from '~/ui/product/draft-reach.tsx';
import { DraftTerms } from '~/ui/product/draft-terms.tsx';
import { DraftTrials } from '~/ui/product/draft-trials.tsx';
import { TermsForm } from '~/ui/product/terms-form.tsx';
import { useLocale, useText } from '~/ui/text.ts';

/** A version of a product: what it says and changes, whom it reaches, its editor, and the second person's decision. */
export function ProductDraftPage(draft: DraftPageProps) {
  const t = useText(productDraftText);
  const name = useLocale() === 'en' ? draft.body.nameEn : draft.body.nameZh;
  const writes = draft.state === 'draft' && draft.isMine;
  useLookAgain(draft.isCounting);
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[{ label: t('draft.back'), to: '/bank/products' }, { label: name }]}
        title={t('draft.page-title', name, draft.version)}
        lede={draft.note || t('draft.note-missing')}
        badge={<ProductDraftBadge state={draft.state} />}
      />
      {draft.offShelf ? <Notice tone="warn" title={t('draft.off-shelf')} /> : null}
      {draft.decisionNote && draft.state === 'draft' ? (
        <Notice tone="warn" title={t('draft.returned')}>
          {draft.decisionNote}
        </Notice>
      ) : null}
      <About draft={draft} />
      <Section title={t('draft.diff')}>
        <DraftDiff draft={draft} />
      </Section>
      <Section title={t('draft.rule')} lede={t('draft.rule-lede')} id="conditions">
        <ConditionLines draft={draft} writes={writes} />
        {writes ? <ConditionForm draft={draft} /> : null}
      </Section>
      <Section title={t('draft.reach')} lede={t('draft.reach-lede')}>
        <DraftReach draft={draft} />
      </Section>
      <Section title={t('draft.trials')} lede={t('draft.trials-lede')}>
        <DraftTrials trials={draft.trials} />
      </Section>
      <Section title={t('draft.terms')}>
        {writes ? <TermsForm draft={draft} /> : <DraftTerms body={draft.body} />}
      </Section>
      <DraftDecision draft={draft} />
    </div>
  );
}

/** Asks again while firms are being counted. */
function useLookAgain(waiting: boolean) {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!waiting || state !== 'idle') return;
    const timer = setTimeout(revalidate, 2_000);
    return () => clearTimeout(timer);
  }, [waiting, revalidate, state]);
}

function About({ draft }: { draft: DraftPageProps }) {
  const t = useText(productDraftText);
  return (
    <DefinitionList
      layout="grid"
      items={[
        { term: t('draft.by'), value: draft.draftedBy },
        { term: t('draft.changed'), value: <InstantText at={draft.changedAt} /> },
        { term: t('draft.effective'), value: <DayText day={draft.effectiveFrom} /> },
        ...(draft.decidedBy && draft.decidedAt
          ? [
              {
                term: t('draft.decided-by'),
                value: draft.decidedBy,
                note: <InstantText at={draft.decidedAt} />,
              },
            ]
          : []),
      ]}
    />
  );
}
