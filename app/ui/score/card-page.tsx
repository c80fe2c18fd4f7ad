import type { CardView } from '~/domain/score/card-view.ts';
import { dimensionNames } from '~/text/feature.ts';
import { rulesText } from '~/text/scoring-rules.ts';
import { showInstant, showPoints, showPpm } from '~/ui/format.ts';
import { Card, CardGrid } from '~/ui/parts/card.tsx';
import { BarList } from '~/ui/parts/chart/bar-list.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { HashChip } from '~/ui/parts/hash-chip.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import { CardGrades } from './card-grades.tsx';
import { CardIndicators } from './card-indicators.tsx';

/** The whole card in plain words: principles, grades, weights, every bin, and the seal of its version. */
export function CardPage({ card }: { card: CardView | null }) {
  const t = useText(rulesText);
  const name = useText(dimensionNames);
  if (!card) return <PageHeader title={t('rules.title')} lede={t('rules.lede')} />;
  return (
    <div className="stack-lg">
      <PageHeader title={t('rules.title')} lede={t('rules.lede')} />
      <Principles card={card} />
      <CardGrades card={card} />
      <Weights card={card} />
      {card.dimensions.map((dimension) => (
        <Section key={dimension.code} title={name(dimension.code)} id={dimension.code}>
          <CardIndicators caption={name(dimension.code)} indicators={dimension.indicators} />
        </Section>
      ))}
      <Section title={t('rules.time')}>
        <p className="measure">{t('rules.time-body')}</p>
      </Section>
      <Seal card={card} />
    </div>
  );
}

function Principles({ card }: { card: CardView }) {
  const t = useText(rulesText);
  const locale = useLocale();
  const principles = [
    [t('rules.p1'), t('rules.p1-body', showPpm(card.neutralPpm, locale, 0))],
    [t('rules.p2'), t('rules.p2-body', showPpm(card.coverageFloorPpm, locale, 0))],
    [t('rules.p3'), t('rules.p3-body')],
    [t('rules.p4'), t('rules.p4-body')],
    [t('rules.p5'), t('rules.p5-body')],
  ] as const;
  return (
    <Section title={t('rules.principles')}>
      <CardGrid>
        {principles.map(([title, body]) => (
          <Card key={title} title={title} level={3}>
            {body}
          </Card>
        ))}
      </CardGrid>
    </Section>
  );
}

function Weights({ card }: { card: CardView }) {
  const t = useText(rulesText);
  const name = useText(dimensionNames);
  const locale = useLocale();
  return (
    <Section title={t('rules.weights')}>
      <BarList
        title={t('rules.weights')}
        titleHidden
        description={t('rules.weights-what')}
        bars={card.dimensions.map(({ code, max }) => ({
          label: name(code),
          value: max,
          text: t('rules.share', showPoints(max), showPpm(max, locale, 0)),
        }))}
      />
    </Section>
  );
}

function Seal({ card }: { card: CardView }) {
  const t = useText(rulesText);
  const locale = useLocale();
  return (
    <Section title={t('rules.seal')}>
      <DefinitionList
        items={[
          { term: t('rules.version'), value: card.version },
          { term: t('rules.published'), value: showInstant(card.publishedAt, locale) },
          { term: t('rules.hash'), value: <HashChip value={card.hash} label={t('rules.hash')} /> },
        ]}
      />
      <p className="measure text-ink-soft">{t('rules.disclaimer')}</p>
    </Section>
  );
}
