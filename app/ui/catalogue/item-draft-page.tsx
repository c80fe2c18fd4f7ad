import { catalogueDeskText } from '~/text/catalogue-desk.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { showCount } from '~/ui/format.ts';
import { useBasis } from '~/ui/legal-basis.ts';
import { Button } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { DayText, InstantText } from '~/ui/parts/figures.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { TextAreaField } from '~/ui/parts/text-field.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import { DraftStateBadge, type DraftStateShown } from './catalogue-desk.tsx';
import { ItemFacts } from './item-facts.tsx';
import { ItemForm } from './item-form.tsx';
import { type ItemSaid, useItemWords } from './item-words.ts';
import { type Named, useNamed } from './named.ts';

type Difference = { readonly field: string; readonly before: string | null; readonly after: string | null };

export type ItemDraftProps = {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly basedOn: number | null;
  readonly state: DraftStateShown;
  readonly item: ItemSaid;
  readonly providerId: string;
  readonly suppliers: readonly { readonly id: string; readonly name: Named }[];
  readonly legalBasis: string;
  readonly legalBasisEn: string;
  readonly note: string;
  readonly remark: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly isMine: boolean;
  readonly draftedBy: string;
  readonly changedAt: string;
  readonly decidedBy: string | null;
  readonly differences: readonly Difference[];
  readonly touched: { readonly consents: number; readonly batches: number };
};

/** A draft of an item: what changes, whom it touches, the editor of its maker, the decision of a second person. */
export function ItemDraftPage(draft: ItemDraftProps) {
  const { item, state, touched } = draft;
  const t = useText(catalogueDeskText);
  const locale = useLocale();
  const named = useNamed();
  const supplier = draft.suppliers.find(({ id }) => id === draft.providerId);
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[
          { label: t('catalogue.desk.title'), to: '/operator/catalogue' },
          { label: t('catalogue.version', draft.version) },
        ]}
        eyebrow={draft.code}
        title={t('catalogue.draft-of', named(item.name), draft.version)}
        lede={draft.note || t('catalogue.note-missing')}
        badge={<DraftStateBadge state={state} />}
      />
      <Head draft={draft} />
      {draft.remark && state === 'draft' ? (
        <Notice tone="warn" title={t('catalogue.returned')}>
          {draft.remark}
        </Notice>
      ) : null}
      <Section
        title={t('catalogue.differences')}
        lede={draft.basedOn ? t('catalogue.based-on', draft.basedOn) : t('catalogue.brand-new')}
      >
        {draft.basedOn ? <Differences differences={draft.differences} /> : null}
      </Section>
      <Notice tone="info" title={t('catalogue.touched')}>
        {t('catalogue.touched-says', showCount(touched.consents, locale), showCount(touched.batches, locale))}
      </Notice>
      <Card title={t('catalogue.what-it-says')}>
        <ItemFacts item={item} provider={supplier ? named(supplier.name) : ''} />
      </Card>
      {state === 'draft' && draft.isMine ? (
        <Section title={t('catalogue.edit')}>
          <ItemForm draft={draft} />
        </Section>
      ) : null}
      {state === 'draft' || state === 'review' ? <Decide draft={draft} /> : null}
    </div>
  );
}

function Head({ draft }: { draft: ItemDraftProps }) {
  const t = useText(catalogueDeskText);
  const basis = useBasis();
  return (
    <DefinitionList
      layout="grid"
      items={[
        { term: t('catalogue.drafted-by'), value: draft.draftedBy },
        { term: t('catalogue.changed-at'), value: <InstantText at={draft.changedAt} /> },
        { term: t('catalogue.valid-from'), value: <DayText day={draft.validFrom} /> },
        ...(draft.validTo ? [{ term: t('catalogue.valid-to'), value: <DayText day={draft.validTo} /> }] : []),
        { term: t('catalogue.legal-basis'), value: basis(draft) || t('catalogue.absent') },
        ...(draft.decidedBy ? [{ term: t('catalogue.decided-by'), value: draft.decidedBy }] : []),
      ]}
    />
  );
}

function Differences({ differences }: Pick<ItemDraftProps, 'differences'>) {
  const t = useText(catalogueDeskText);
  const word = useItemWords();
  const shown = (field: string, value: string | null) =>
    value === null ? t('catalogue.absent') : (word(field, JSON.parse(value)) ?? t('catalogue.absent'));
  return (
    <DataTable
      caption={t('catalogue.differences')}
      captionHidden
      rows={differences}
      rowKey={(row) => row.field}
      empty={<EmptyState title={t('catalogue.no-differences')} />}
      columns={[
        {
          key: 'field',
          header: t('catalogue.property'),
          primary: true,
          cell: (row) => t(`catalogue.field.${row.field}` as 'catalogue.field.name'),
        },
        {
          key: 'before',
          header: t('catalogue.before'),
          cell: (row) => <del className="bg-bad-wash text-bad">{shown(row.field, row.before)}</del>,
        },
        {
          key: 'after',
          header: t('catalogue.after'),
          cell: (row) => (
            <ins className="bg-good-wash text-good no-underline">{shown(row.field, row.after)}</ins>
          ),
        },
      ]}
    />
  );
}

function Decide({ draft }: { draft: ItemDraftProps }) {
  const t = useText(catalogueDeskText);
  return (
    <Section title={t('catalogue.decide')}>
      {draft.state === 'draft' && draft.isMine ? (
        <CommandForm intent="submit">
          <p className="measure">{t('catalogue.submit-says')}</p>
          <div>
            <Button>{t('catalogue.submit')}</Button>
          </div>
        </CommandForm>
      ) : null}
      {draft.state === 'review' && draft.isMine ? (
        <Notice tone="info" title={t('catalogue.publish-other')} />
      ) : null}
      {draft.state === 'review' && !draft.isMine ? <Review /> : null}
      <ConfirmStep ask={t('catalogue.discard')} title={t('catalogue.discard-ask')} tone="danger">
        <CommandForm intent="discard">
          <div>
            <Button variant="danger">{t('catalogue.discard')}</Button>
          </div>
        </CommandForm>
      </ConfirmStep>
    </Section>
  );
}

function Review() {
  const t = useText(catalogueDeskText);
  return (
    <div className="grid gap-6 sm:grid-cols-2">
      <CommandForm intent="publish">
        <p className="measure">{t('catalogue.publish-says')}</p>
        <div>
          <Button>{t('catalogue.publish')}</Button>
        </div>
      </CommandForm>
      <CommandForm intent="return">
        <TextAreaField name="remark" label={t('catalogue.remark')} rows={3} required />
        <div>
          <Button variant="secondary">{t('catalogue.return')}</Button>
        </div>
      </CommandForm>
    </div>
  );
}
