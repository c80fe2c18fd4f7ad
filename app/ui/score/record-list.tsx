import type { EvidenceView } from '~/domain/score/score-view.ts';
import { scoreText } from '~/text/score-page.ts';
import { showCount, showDay, showFen } from '~/ui/format.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { DayText } from '~/ui/parts/figures.tsx';
import { useLocale, useNamed, useText } from '~/ui/text.ts';

/** The records behind a line: what each says, when, from whom, learnt when, and what became of it. */
export function RecordList({ records }: { records: readonly EvidenceView[] }) {
  return (
    <ul className="mt-2 divide-y divide-line border-t border-line text-sm">
      {records.map((record) => (
        <RecordRow key={record.factId} record={record} />
      ))}
    </ul>
  );
}

function RecordRow({ record }: { record: EvidenceView }) {
  const t = useText(scoreText);
  const locale = useLocale();
  const name = useNamed();
  const { occurredOn, endedOn, precision, amount, quantity, category, later, disputed } = record;
  return (
    <li className="grid gap-x-6 gap-y-0.5 py-2 sm:grid-cols-[9rem_1fr]">
      <span className="text-ink-soft">
        {occurredOn ? <DayText day={occurredOn} precision={precision} /> : t('score.record-undated')}
        {endedOn ? (
          <span className="block">{t('score.record-ended', showDay(endedOn, locale, 'short'))}</span>
        ) : null}
      </span>
      <span className="min-w-0">
        <span className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-medium">{name(record.itemName)}</span>
          {category ? <span>{name(category)}</span> : null}
          {amount ? (
            <span>{t('score.record-amount', name(amount.name), showFen(amount.fen, locale))}</span>
          ) : null}
          {quantity ? (
            <span className="text-ink-soft">
              {t('score.record-quantity', name(quantity.name), showCount(quantity.value, locale))}
            </span>
          ) : null}
          {disputed ? <Badge tone="warn">{t(`score.disputed.${disputed}`)}</Badge> : null}
          {later ? <Badge tone="info">{t(`score.later.${later}`)}</Badge> : null}
        </span>
        <span className="block text-ink-soft">
          {t('score.record-source', name(record.provider), showDay(record.knownOn, locale, 'short'))}
        </span>
      </span>
    </li>
  );
}
