import { ChevronRight } from 'lucide-react';
import type { AxisRecords, AxisView, CardPartsView, CardPartView } from '~/domain/score/card-part.ts';
import { axisBin, axisName, cardPartText, wordPart } from '~/text/card-part.ts';
import { gapText } from '~/text/feature.ts';
import { scoreText } from '~/text/score-page.ts';
import { showPoints } from '~/ui/format.ts';
import { useLocale, useNamed, useText } from '~/ui/text.ts';
import { LineFold } from './line-fold.tsx';
import { RecordList } from './record-list.tsx';

/** How many parts stand open to the reader at once, as many as a score has reasons. */
const first = 4;

type CardPartsProps = { readonly explained: CardPartsView; readonly kind: 'rule' | 'statistical' };

/** A score taken apart: what moved it furthest, the rest behind a fold; each part opens to its bin and records. */
export function CardParts({ explained: { neutralMilli, parts }, kind }: CardPartsProps) {
  const t = useText(cardPartText);
  const rest = parts.slice(first);
  const neutral = showPoints(neutralMilli);
  return (
    <div className="stack-sm">
      <h3 className="font-semibold">{t('part.title')}</h3>
      <p className="measure text-sm text-ink-soft">
        {kind === 'rule' ? t('part.about-rule', neutral) : t('part.about', neutral)}
      </p>
      <div className="rounded-sheet border border-line bg-sheet shadow-sheet">
        <PartRows parts={parts.slice(0, first)} />
        {rest.length > 0 ? (
          <details className="border-t border-line">
            <summary className="flex min-h-11 list-none items-center gap-2 px-(--pad) py-2 text-brand-600">
              <ChevronRight aria-hidden className="turn-open size-4 shrink-0" />
              {t('part.rest', rest.length)}
            </summary>
            <div className="border-t border-line">
              <PartRows parts={rest} />
            </div>
          </details>
        ) : null}
      </div>
    </div>
  );
}

function PartRows({ parts }: { parts: readonly CardPartView[] }) {
  const t = useText(cardPartText);
  const locale = useLocale();
  return (
    <ul className="divide-y divide-line">
      {parts.map((part) => (
        <li key={part.axes.map(({ features }) => features.join('/')).join('*')}>
          <LineFold
            name={wordPart(part, locale)}
            isKnown={part.axes.some(({ value }) => value !== null)}
            points={t('part.points', showPoints(part.movedMilli, true))}
          >
            <div className="flex flex-col gap-3 text-sm">
              {part.axes.map((axis) => (
                <AxisBody key={axis.features.join('/')} axis={axis} isPair={part.axes.length > 1} />
              ))}
            </div>
          </LineFold>
        </li>
      ))}
    </ul>
  );
}

function AxisBody({ axis, isPair }: { axis: AxisView; isPair: boolean }) {
  const t = useText(cardPartText);
  const locale = useLocale();
  const score = useText(scoreText);
  const bin = axisBin(axis, locale);
  return (
    <div className="flex flex-col gap-1.5">
      <p>{isPair ? t('part.bin', axisName(axis, locale), bin) : score('score.line-bin', bin)}</p>
      {axis.records.map((records) => (
        <Behind key={records.feature} {...records} />
      ))}
    </div>
  );
}

/** Where a value comes from, why there is none, and the records themselves. */
function Behind({ items, gap, isStale, isWithheld, evidence, evidenceCount }: AxisRecords) {
  const t = useText(scoreText);
  const why = useText(gapText);
  const locale = useLocale();
  const name = useNamed();
  const read = items.map(name).join(locale === 'en' ? ', ' : '、');
  return (
    <>
      {read ? <p className="text-ink-soft">{t('score.line-reads', read)}</p> : null}
      {gap ? <p>{why(gap)}</p> : null}
      {isStale ? <p>{t('score.line-stale')}</p> : null}
      {isWithheld ? <p>{t('score.line-withheld')}</p> : null}
      {!gap && !isWithheld && evidenceCount === 0 ? (
        <p className="text-ink-soft">{t('score.line-none')}</p>
      ) : null}
      {evidence.length > 0 ? <RecordList records={evidence} /> : null}
      {evidenceCount > evidence.length ? (
        <p className="text-ink-soft">{t('score.line-more', evidenceCount - evidence.length)}</p>
      ) : null}
    </>
  );
}
