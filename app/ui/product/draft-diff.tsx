import type { Rule } from '~/domain/product/predicate.ts';
import { all } from '~/domain/product/predicate.ts';
import { productDraftText } from '~/text/product-draft.ts';
import { DataTable } from '~/ui/parts/table.tsx';
import type { DraftPageProps } from '~/ui/product/draft-props.ts';
import { useTermWords } from '~/ui/product/draft-terms.tsx';
import { RuleList } from '~/ui/product/rule-list.tsx';
import { useText } from '~/ui/text.ts';

/** What a version changes against the one in force; the words carry it, the colours only help. */
export function DraftDiff({ draft }: { draft: DraftPageProps }) {
  const t = useText(productDraftText);
  const words = useTermWords();
  const { diff, before, body, names } = draft;
  if (!diff || !before) return <p className="text-ink-soft">{t('draft.new-product')}</p>;
  const isSame = diff.terms.length + diff.added.length + diff.removed.length === 0;
  if (isSame) return <p className="text-ink-soft">{t('draft.no-diff')}</p>;
  return (
    <div className="stack">
      {diff.terms.length > 0 ? (
        <DataTable
          caption={t('draft.diff')}
          captionHidden
          rows={diff.terms}
          rowKey={(term) => term}
          columns={[
            { key: 'term', header: t('draft.term'), primary: true, cell: (term) => words.label(term) },
            {
              key: 'before',
              header: t('draft.before'),
              cell: (term) => <del className="bg-bad-wash text-bad">{words.value(term, before)}</del>,
            },
            {
              key: 'after',
              header: t('draft.after'),
              cell: (term) => (
                <ins className="bg-good-wash text-good no-underline">{words.value(term, body)}</ins>
              ),
            },
          ]}
        />
      ) : null}
      <Lines title={t('draft.added')} lines={diff.added} names={names} />
      <Lines title={t('draft.removed')} lines={diff.removed} names={names} />
    </div>
  );
}

type LinesProps = {
  readonly title: string;
  readonly lines: readonly Rule[];
  readonly names: DraftPageProps['names'];
};

function Lines({ title, lines, names }: LinesProps) {
  if (lines.length === 0) return null;
  return (
    <div>
      <h3 className="font-semibold">{title}</h3>
      <RuleList rule={all(...lines)} names={names} />
    </div>
  );
}
