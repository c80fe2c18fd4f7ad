import { Form } from '@remix-run/react';
import { modellingText } from '~/text/modelling.ts';
import { featureName } from '~/text/score-reason.ts';
import { showCount, showDay, showPoints, showPpm } from '~/ui/format.ts';
import { Button, ButtonRow, LinkButton } from '~/ui/parts/button.tsx';
import { HeatTable, heatLevel } from '~/ui/parts/chart/heat-table.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import { HashChip } from '~/ui/parts/hash-chip.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { TextField } from '~/ui/parts/text-field.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import { CardDecisions } from './card-decisions.tsx';
import { CardMonitoring } from './card-monitoring.tsx';
import type { CardShown } from './card-shown.ts';
import { RoleBadge } from './cards-page.tsx';
import { SampleText } from './own-trainings.tsx';

/** One card of the inventory. */
export function CardPage(card: CardShown) {
  const t = useText(modellingText);
  const base = `/operator/cards/${card.version}/file`;
  const forms = card.kind === 'rule' ? (['pdf'] as const) : (['pdf', 'json', 'sql', 'pmml'] as const);
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[{ label: t('modelling.title'), to: '/operator/cards' }, { label: card.version }]}
        title={card.version}
        lede={card.purpose ?? t('modelling.purpose-rule')}
        badge={<RoleBadge role={card.role} />}
        actions={
          <ButtonRow>
            {forms.map((form) => (
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
      {card.kind === 'rule' ? null : (
        <>
          <Fifths {...card} />
          <LookUp {...card} />
        </>
      )}
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

const ranks = [1, 2, 3, 4, 5] as const;

function Fifths({ fifths }: CardShown) {
  const t = useText(modellingText);
  const locale = useLocale();
  const firms = (rule: number, card: number) =>
    fifths.find((each) => each.rule === rule && each.card === card)?.firms ?? 0;
  const total = fifths.reduce((sum, each) => sum + each.firms, 0);
  const agreeing = ranks.reduce((sum, n) => sum + firms(n, n), 0);
  const most = Math.max(1, ...fifths.map((each) => each.firms));
  return (
    <Section title={t('modelling.fifths')} lede={t('modelling.fifths-about')}>
      {total === 0 ? (
        <p>{t('modelling.fifths-none')}</p>
      ) : (
        <HeatTable
          caption={t('modelling.agree', showPpm(Math.round((agreeing * 1_000_000) / total), locale, 0))}
          corner=""
          columns={ranks.map((n) => t('modelling.fifth-card', n))}
          rows={ranks.map((rule) => ({
            label: t('modelling.fifth-rule', rule),
            cells: ranks.map((card) => ({
              level: heatLevel(firms(rule, card), most),
              text: showCount(firms(rule, card), locale),
            })),
          }))}
        />
      )}
    </Section>
  );
}

function LookUp({ found }: CardShown) {
  const t = useText(modellingText);
  const locale = useLocale();
  return (
    <Section title={t('modelling.look-up')}>
      <Form method="get" className="stack">
        <TextField name="firm" label={t('modelling.key')} width="md" required />
        <div>
          <Button variant="quiet">{t('modelling.look-up-do')}</Button>
        </div>
      </Form>
      {found ? (
        <Notice
          tone="info"
          live
          title={t(
            'modelling.firm-score',
            found.firm.name,
            showPoints(found.milliPoints),
            showDay(found.asOf, locale, 'short'),
          )}
        />
      ) : null}
    </Section>
  );
}
