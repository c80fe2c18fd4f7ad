import type { SuccessionKind } from '~/domain/enterprise/succession.ts';
import { successionText } from '~/text/succession.ts';
import type { FormReply } from '~/ui/form-reply.ts';
import { showCount, showPpm } from '~/ui/format.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button, TextLink } from '~/ui/parts/button.tsx';
import { RadioCards } from '~/ui/parts/choice-field.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { DateField } from '~/ui/parts/date-field.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { DayText } from '~/ui/parts/figures.tsx';
import { FilterBar } from '~/ui/parts/filter-bar.tsx';
import { FormActions, PostForm } from '~/ui/parts/form.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { TextField } from '~/ui/parts/text-field.tsx';
import { RefusalNotice } from '~/ui/refusal-notice.tsx';
import { useLocale, useText } from '~/ui/text.ts';

type Edge = {
  readonly id: string;
  readonly kind: SuccessionKind;
  readonly from: string;
  readonly fromUscc: string;
  readonly to: string;
  readonly toUscc: string;
  readonly sharePpm: number | null;
  readonly effectiveOn: string;
  readonly basis: string;
  readonly isUndone: boolean;
  readonly undoneBecause: string | null;
  readonly inherited: number;
};

export type LineagePageProps = {
  readonly firm?: { readonly name: string; readonly uscc: string } | null | undefined;
  readonly identity: readonly IdentityRow[];
  readonly edges: readonly Edge[];
  readonly today: string;
  readonly code: string;
  readonly reply: FormReply | null;
};

const kinds = ['merge', 'split', 'spin-off'] as const;
const here = '/operator/lineage';

/** What became of firms: found by any code they ever had, with mergers and divisions to write down or take back. */
export function LineagePage({ firm, identity, edges, today, code, reply }: LineagePageProps) {
  const t = useText(successionText);
  return (
    <div className="stack-lg">
      <PageHeader title={t('succession.title')} lede={t('succession.lede')} />
      <FilterBar values={{ code }} clearTo={here} active={Number(code !== '')}>
        <TextField name="code" label={t('succession.find')} code />
      </FilterBar>
      {firm === null ? (
        <EmptyState title={t('succession.none-such')}>{t('succession.none-such-next')}</EmptyState>
      ) : null}
      {firm ? (
        <Section title={firm.name} lede={t('succession.identity')}>
          <IdentityTable rows={identity} />
        </Section>
      ) : null}
      <Section title={t('succession.edges')}>
        <EdgeTable edges={edges} reply={reply} />
      </Section>
      <Section title={t('succession.record')}>
        <RecordForm today={today} firm={firm?.uscc} reply={reply} />
      </Section>
    </div>
  );
}

type IdentityRow = {
  readonly scheme: string;
  readonly value: string;
  readonly from: string | null;
  readonly to: string | null;
};

function IdentityTable({ rows }: { rows: readonly IdentityRow[] }) {
  const t = useText(successionText);
  const schemeOf = (scheme: string) => (scheme === 'uscc' || scheme === 'name' ? scheme : 'other');
  return (
    <DataTable
      caption={t('succession.identity')}
      captionHidden
      rowKey={({ scheme, value, from }) => `${scheme} ${value} ${from}`}
      rows={rows}
      columns={[
        { key: 'value', header: t('succession.value'), primary: true, cell: ({ value }) => value },
        {
          key: 'scheme',
          header: t('succession.scheme'),
          cell: ({ scheme }) => t(`succession.scheme.${schemeOf(scheme)}`),
        },
        {
          key: 'from',
          header: t('succession.from'),
          cell: ({ from }) => (from ? <DayText day={from} /> : '—'),
        },
        {
          key: 'to',
          header: t('succession.until'),
          cell: ({ to }) => (to ? <DayText day={to} /> : t('succession.now')),
        },
      ]}
    />
  );
}

function Party({ name, uscc }: { name: string; uscc: string }) {
  return (
    <>
      {name}
      <br />
      <TextLink to={`${here}?code=${uscc}`}>{uscc}</TextLink>
    </>
  );
}

function EdgeTable({ edges, reply }: { edges: readonly Edge[]; reply: FormReply | null }) {
  const t = useText(successionText);
  const locale = useLocale();
  return (
    <DataTable
      caption={t('succession.edges')}
      captionHidden
      rowKey={({ id }) => id}
      rows={edges}
      empty={<EmptyState title={t('succession.edges.none')} />}
      columns={[
        {
          key: 'firm',
          header: t('succession.firm-column'),
          primary: true,
          cell: (edge) => <Party name={edge.from} uscc={edge.fromUscc} />,
        },
        {
          key: 'kind',
          header: t('succession.kind'),
          cell: ({ kind, sharePpm }) =>
            `${t(`succession.kind.${kind}`)}${sharePpm === null ? '' : ` ${showPpm(sharePpm, locale, 2)}`}`,
        },
        {
          key: 'successor',
          header: t('succession.successor-column'),
          cell: (edge) => <Party name={edge.to} uscc={edge.toUscc} />,
        },
        {
          key: 'on',
          header: t('succession.effective-on'),
          cell: ({ effectiveOn }) => <DayText day={effectiveOn} />,
        },
        { key: 'basis', header: t('succession.basis'), cell: ({ basis }) => basis },
        {
          key: 'inherited',
          header: t('succession.inherited'),
          align: 'end',
          cell: ({ inherited }) => showCount(inherited, locale),
        },
        {
          key: 'state',
          header: t('succession.state'),
          cell: (edge) => <EdgeState edge={edge} reply={reply} />,
        },
      ]}
    />
  );
}

function EdgeState({ edge, reply }: { edge: Edge; reply: FormReply | null }) {
  const t = useText(successionText);
  if (edge.isUndone)
    return (
      <>
        <Badge tone="mute">{t('succession.undone')}</Badge> {edge.undoneBecause}
      </>
    );
  const own = reply?.submission.initialValue?.id === edge.id ? reply : null;
  return (
    <ConfirmStep
      ask={t('succession.undo')}
      title={t('succession.undo.title')}
      tone="danger"
      open={own !== null}
    >
      <RefusalNotice reply={own} />
      <PostForm id={`undo-${edge.id}`} result={own?.submission}>
        <input type="hidden" name="intent" value="undo" />
        <input type="hidden" name="id" value={edge.id} />
        <TextField name="basis" label={t('succession.undo.basis')} required />
        <FormActions>
          <Button type="submit">{t('succession.undo.submit')}</Button>
        </FormActions>
      </PostForm>
    </ConfirmStep>
  );
}

type RecordFormProps = { today: string; firm: string | undefined; reply: FormReply | null };

function RecordForm({ today, firm, reply }: RecordFormProps) {
  const t = useText(successionText);
  const own = reply?.submission.initialValue?.intent === 'record' ? reply : null;
  return (
    <>
      <RefusalNotice reply={own} />
      <PostForm id="record" result={own?.submission}>
        <input type="hidden" name="intent" value="record" />
        <RadioCards
          name="kind"
          legend={t('succession.kind')}
          columns={3}
          defaultValue="merge"
          options={kinds.map((value) => ({
            value,
            label: t(`succession.kind.${value}`),
            hint: t(`succession.kind.${value}-hint`),
          }))}
        />
        <TextField name="firm" label={t('succession.firm')} defaultValue={firm} code required />
        <TextField name="successor" label={t('succession.successor')} code required />
        <TextField name="share" label={t('succession.share')} hint={t('succession.share-hint')} />
        <DateField
          name="effectiveOn"
          label={t('succession.effective-on')}
          defaultValue={today}
          max={today}
          required
        />
        <TextField name="basis" label={t('succession.basis')} hint={t('succession.basis-hint')} required />
        <FormActions>
          <Button type="submit">{t('succession.submit')}</Button>
        </FormActions>
      </PostForm>
    </>
  );
}
