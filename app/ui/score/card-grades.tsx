import type { CardView } from '~/domain/score/card-view.ts';
import { gradeMeanings, vetoFixes, vetoText } from '~/text/score.ts';
import { rulesText } from '~/text/scoring-rules.ts';
import { showPoints } from '~/ui/format.ts';
import { GradeBadge } from '~/ui/parts/badge.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';

/** What points make which grade, and what makes a D whatever the points. */
export function CardGrades({ card }: { card: CardView }) {
  const t = useText(rulesText);
  const veto = useText(vetoText);
  const ends = useText(vetoFixes);
  const locale = useLocale();
  const rows = card.grades.map(({ grade, from }, i) => ({
    grade,
    from,
    to: card.grades[i - 1]?.from ?? null,
  }));
  return (
    <Section title={t('rules.grades')} lede={t('rules.grades-lede')}>
      <DataTable
        caption={t('rules.grades')}
        captionHidden
        rows={rows}
        rowKey={({ grade }) => grade}
        columns={[
          {
            key: 'grade',
            header: t('rules.grade'),
            primary: true,
            cell: ({ grade }) => <GradeBadge grade={grade} />,
          },
          {
            key: 'from',
            header: t('rules.from'),
            cell: ({ from, to }) =>
              to === null
                ? t('rules.top', showPoints(from))
                : t('rules.range', showPoints(from), showPoints(to)),
          },
          { key: 'meaning', header: t('rules.meaning'), cell: ({ grade }) => gradeMeanings[grade][locale] },
        ]}
      />
      <h3 className="font-semibold">{t('rules.vetoes')}</h3>
      <p className="measure text-ink-soft">{t('rules.vetoes-lede')}</p>
      <DefinitionList items={card.vetoes.map((code) => ({ term: veto(code), value: ends(code) }))} />
    </Section>
  );
}
