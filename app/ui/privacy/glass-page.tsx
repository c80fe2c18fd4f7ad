import type { GlassState } from '~/domain/privacy/glass.ts';
import { privacyDeskText } from '~/text/privacy-desk.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { Button, ButtonRow } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { RadioCards } from '~/ui/parts/choice-field.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import { FormActions } from '~/ui/parts/form.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { TextAreaField } from '~/ui/parts/text-field.tsx';
import { useNamed, useText } from '~/ui/text.ts';
import { GlassStateBadge, ReviewDue } from './glass-state-badge.tsx';

type RecordLine = {
  readonly item: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly records: number;
  readonly first: string | null;
  readonly last: string | null;
};
type GlassShown = {
  readonly firm: string;
  readonly reason: string;
  readonly minutes: number;
  readonly state: GlassState;
  readonly askerName: string;
  readonly askedAt: string;
  readonly deciderName: string | null;
  readonly decidedAt: string | null;
  readonly opensUntil: string | null;
  readonly reviewerName: string | null;
  readonly reviewedAt: string | null;
  readonly reviewDue: string | null;
  readonly isReviewLate: boolean;
  readonly verdict: string | null;
  readonly note: string | null;
  readonly records: readonly RecordLine[] | null;
  readonly mayDecide: boolean;
  readonly mayReview: boolean;
};

/** One emergency access: what was asked, who decided, the records while it is open, the review. */
export function GlassPage({ glass }: { glass: GlassShown }) {
  const t = useText(privacyDeskText);
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[{ label: t('glass.title'), to: '/operator/emergency' }, { label: glass.firm }]}
        title={glass.firm}
        badge={<GlassStateBadge state={glass.state} />}
      />
      <Card>
        <Facts glass={glass} />
      </Card>
      {glass.mayDecide ? <Decide /> : null}
      {glass.records ? <Records records={glass.records} /> : null}
      {glass.mayReview ? <Review /> : null}
    </div>
  );
}

function Facts({ glass }: { glass: GlassShown }) {
  const t = useText(privacyDeskText);
  const noted = (at: string | null) => (at ? <InstantText at={at} /> : undefined);
  return (
    <DefinitionList
      items={[
        { term: t('glass.reason'), value: glass.reason },
        { term: t('glass.minutes'), value: `${glass.minutes} ${t('glass.minute-unit')}` },
        { term: t('glass.by'), value: glass.askerName, note: noted(glass.askedAt) },
        ...(glass.deciderName
          ? [{ term: t('glass.decided'), value: glass.deciderName, note: noted(glass.decidedAt) }]
          : []),
        ...(glass.opensUntil
          ? [{ term: t('glass.until'), value: <InstantText at={glass.opensUntil} /> }]
          : []),
        ...(glass.reviewDue ? [{ term: t('glass.review-due'), value: <ReviewDue {...glass} /> }] : []),
        ...(glass.verdict
          ? [
              {
                term: t('glass.verdict'),
                value: t(`glass.verdict.${glass.verdict as 'justified'}`),
                note: `${glass.reviewerName}: ${glass.note}`,
              },
            ]
          : []),
      ]}
    />
  );
}

function Decide() {
  const t = useText(privacyDeskText);
  return (
    <Card title={t('glass.decide-title')} tone="well">
      <CommandForm intent="decide">
        <ButtonRow>
          <Button name="decision" value="granted">
            {t('glass.grant')}
          </Button>
          <Button name="decision" value="refused" variant="secondary">
            {t('glass.refuse')}
          </Button>
        </ButtonRow>
      </CommandForm>
    </Card>
  );
}

function Records({ records }: { records: readonly RecordLine[] }) {
  const t = useText(privacyDeskText);
  const name = useNamed();
  return (
    <Section title={t('glass.records')} lede={t('glass.records-note')}>
      <DataTable
        caption={t('glass.records')}
        captionHidden
        rows={records}
        rowKey={(row) => row.item}
        columns={[
          { key: 'item', header: t('glass.item'), primary: true, cell: (row) => name(row.name) },
          { key: 'n', header: t('glass.count'), align: 'end', cell: (row) => row.records },
          { key: 'span', header: t('glass.span'), cell: (row) => `${row.first ?? '—'} – ${row.last ?? '—'}` },
        ]}
      />
    </Section>
  );
}

function Review() {
  const t = useText(privacyDeskText);
  return (
    <Card title={t('glass.review-title')}>
      <CommandForm intent="review">
        <RadioCards
          name="verdict"
          legend={t('glass.verdict')}
          columns={2}
          options={(['justified', 'unjustified'] as const).map((verdict) => ({
            value: verdict,
            label: t(`glass.verdict.${verdict}`),
          }))}
        />
        <TextAreaField name="note" label={t('glass.note')} rows={3} maxLength={500} required />
        <FormActions>
          <Button>{t('glass.review')}</Button>
        </FormActions>
      </CommandForm>
    </Card>
  );
}
