import { Form } from '@remix-run/react';
import { modellingText } from '~/text/modelling.ts';
import { featureName } from '~/text/score-reason.ts';
import { showCount, showDay, showPoints, showPpm } from '~/ui/format.ts';
import { Button, ButtonRow, LinkButton } from '~/ui/parts/button.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import { HashChip } from '~/ui/parts/hash-chip.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { TextField } from '~/ui/parts/text-field.tsx';
import { CardParts } from '~/ui/score/card-parts.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import { CardDecisions } from './card-decisions.tsx';
import { CardMonitoring } from './card-monitoring.tsx';
import { CardShadow } from './card-shadow.tsx';
import type { CardShown } from './card-shown.ts';
import { RoleBadge } from './cards-page.tsx';
import { SampleText } from './own-trainings.tsx';

/** One card of the inventory. */
export function CardPage(card: CardShown) {
  const t = useText(modellingText);
  const base = `/operator/cards/${card.version}/file`;
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[{ label: t('modelling.title'), to: '/operator/cards' }, { label: card.version }]}
        title={card.version}
        lede={card.purpose ?? t('modelling.purpose-rule')}
        badge={<RoleBadge role={card.role} />}
        actions={
          <ButtonRow>
            {(['pdf', 'json', 'sql', 'pmml'] as const).map((form) => (
              <LinkButton key={form} to={`${base}/${form}`} download variant="quiet">
                {t(`modelling.download.${form}`)}
              </LinkButton>
            ))}
          </ButtonRow>
        }
      />
      <About {...card} />
      <CardDecisions {...card} />
      <CardMonitoring {...card} />
      <CardShadow {...card} />
      <LookUp {...card} />
    </div>
  );
}

function About({ kind, hash, at, importedBy, origin, sample, about }: CardShown) {
  const t = useText(modellingText);
  const locale = useLocale();
  const rank = (ppm: number) => showPpm(ppm, locale, 1);
  return (
    <DefinitionList
      layout="grid"
      items={[
        { term: t('modelling.kind'), value: t(`modelling.kind.${kind}`) },
        ...(origin ? [{ term: t('modelling.origin'), value: t(`modelling.origin.${origin}`) }] : []),
        ...(sample ? [{ term: t('modelling.own-sample'), value: <SampleText {...sample} /> }] : []),
        { term: t('modelling.at'), value: <InstantText at={at} />, note: importedBy },
        { term: t('modelling.hash'), value: <HashChip value={hash} label={t('modelling.hash')} /> },
        ...(about
          ? [
              { term: t('modelling.label'), value: about.label },
              {
                term: t('modelling.rows'),
                value: `${showCount(about.rows, locale)} / ${showCount(about.bads, locale)}`,
              },
              { term: t('modelling.auc'), value: rank(about.aucPpm) },
              { term: t('modelling.ks'), value: rank(about.ksPpm) },
              { term: t('modelling.base-score'), value: showPoints(about.scaling.baseScoreMilli) },
              { term: t('modelling.base-odds'), value: `${about.scaling.baseOdds} : 1` },
              {
                term: t('modelling.pdo'),
                value: `${showPoints(about.scaling.pdoMilli)} (× ${about.scaling.rate})`,
              },
              { term: t('modelling.golden'), value: String(about.golden) },
              {
                term: t('modelling.features'),
                value: about.features
                  .map((code) => featureName(code, locale))
                  .join(locale === 'en' ? ', ' : '、'),
              },
            ]
          : []),
      ]}
    />
  );
}

function LookUp({ found, kind }: CardShown) {
  const t = useText(modellingText);
  const locale = useLocale();
  const foundText = ({ firm, milliPoints, grade, asOf }: NonNullable<CardShown['found']>) => {
    const on = showDay(asOf, locale, 'short');
    if (milliPoints === null) return t('modelling.firm-insufficient', firm.name, on);
    return grade === null
      ? t('modelling.firm-score', firm.name, showPoints(milliPoints), on)
      : t('modelling.firm-grade', firm.name, showPoints(milliPoints), grade, on);
  };
  return (
    <Section title={t('modelling.look-up')}>
      <Form method="get" className="stack">
        <TextField name="firm" label={t('modelling.key')} width="md" required />
        <div>
          <Button variant="quiet">{t('modelling.look-up-do')}</Button>
        </div>
      </Form>
      {found ? <Notice tone="info" live title={foundText(found)} /> : null}
      {found && found.milliPoints !== null ? <CardParts explained={found.explained} kind={kind} /> : null}
    </Section>
  );
}
