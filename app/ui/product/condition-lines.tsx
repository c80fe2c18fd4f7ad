import { productDraftText } from '~/text/product-draft.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import type { DraftPageProps } from '~/ui/product/draft-props.ts';
import { RuleList } from '~/ui/product/rule-list.tsx';
import { useText } from '~/ui/text.ts';

/** The lines of conditions in plain words, each with its number; the maker can take one away. */
export function ConditionLines({ draft, writes }: { draft: DraftPageProps; writes: boolean }) {
  const t = useText(productDraftText);
  if (draft.lines.length === 0) return <EmptyState title={t('draft.no-rule')} />;
  return (
    <ol className="divide-y divide-line rounded-sheet border border-line bg-sheet">
      {draft.lines.map((line, place) => (
        <li key={place} className="flex items-start justify-between gap-4 px-4 py-3">
          <div className="flex min-w-0 gap-3">
            <span className="num w-6 shrink-0 text-ink-soft">{place + 1}</span>
            <RuleList rule={line} names={draft.names} />
          </div>
          {writes ? (
            <CommandForm intent="remove" id={`remove-${place}`}>
              <input type="hidden" name="place" value={place} />
              <Button type="submit" variant="quiet" size="sm" aria-label={t('draft.remove-line', place + 1)}>
                {t('draft.remove')}
              </Button>
            </CommandForm>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
