import type { ShadowShown } from '~/domain/modelling/promotion.ts';
import { modellingText } from '~/text/modelling.ts';
import { showCount, showDay, showPpm } from '~/ui/format.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { HeatTable, heatLevel } from '~/ui/parts/chart/heat-table.tsx';
import { TrendChart } from '~/ui/parts/chart/trend-chart.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import type { CardShown } from './card-shown.ts';

/** A card's time in the shadow: what its promotion lacks, how it stood day by day, and where it ranks firms otherwise. */
export function CardShadow(card: CardShown) {
  const { shadow, kind, role } = card;
  if (kind === 'rule' && role === 'champion') return null;
  return (
    <>
      {shadow ? <Shadow shadow={shadow} /> : null}
      <Fifths {...card} />
    </>
  );
}

const shareOf = ({ firms, agreeing }: ShadowShown['days'][number]): number =>
  firms === 0 ? 0 : Math.round((agreeing * 1_000_000) / firms);

function Shadow({ shadow }: { shadow: ShadowShown }) {
  const t = useText(modellingText);
  const locale = useLocale();
  return (
    <Section
      title={t('modelling.shadow')}
      lede={t('modelling.shadow-since', showDay(shadow.since.slice(0, 10), locale, 'short'))}
    >
      {shadow.promotion ? <Gates promotion={shadow.promotion} /> : null}
      {shadow.days.length === 0 ? (
        <p>{t('modelling.shadow-none')}</p>
      ) : (
        <>
          <TrendChart
            title={t('modelling.shadow-trend')}
            description={t('modelling.shadow-trend-what')}
            domain={[0, 100]}
            tick={(value) => `${value} %`}
            points={shadow.days.map((each) => ({
              label: each.day,
              value: shareOf(each) / 10_000,
              text: showPpm(shareOf(each), locale, 0),
            }))}
          />
          <Days days={shadow.days} />
        </>
      )}
    </Section>
  );
}

function Gates({ promotion }: { promotion: NonNullable<ShadowShown['promotion']> }) {
  const t = useText(modellingText);
  const locale = useLocale();
  const { gates, days, leastDays, firms, leastFirms, backTest, leastAucPpm } = promotion;
  const percent = (ppm: number) => showPpm(ppm, locale, 1);
  const tested = backTest
    ? t(`modelling.gate.source.${backTest.source}`, percent(backTest.aucPpm))
    : t('modelling.gate.back-test-none');
  const words = {
    owner: t('modelling.gate.owner'),
    days: t('modelling.gate.days', days, leastDays),
    firms: t('modelling.gate.firms', showCount(firms, locale), showCount(leastFirms, locale)),
    'back-test': t('modelling.gate.back-test', percent(leastAucPpm), tested),
  };
  return (
    <div className="stack-sm">
      <h3 className="font-semibold">{t('modelling.gates')}</h3>
      <ul className="grid gap-1">
        {gates.map(({ code, isMet }) => (
          <li key={code} className="flex flex-wrap items-center gap-2">
            <Badge tone={isMet ? 'good' : 'warn'}>
              {t(isMet ? 'modelling.gate-met' : 'modelling.gate-open')}
            </Badge>
            {words[code]}
          </li>
        ))}
        <li className="flex flex-wrap items-center gap-2">
          <Badge tone="mute">{t('modelling.waiting')}</Badge>
          {t('modelling.gate-person')}
        </li>
      </ul>
    </div>
  );
}

function Days({ days }: Pick<ShadowShown, 'days'>) {
  const t = useText(modellingText);
  const locale = useLocale();
  const count = (n: number) => showCount(n, locale);
  return (
    <DataTable
      caption={t('modelling.shadow')}
      captionHidden
      rows={[...days].reverse().slice(0, 12)}
      rowKey={(row) => row.day}
      columns={[
        {
          key: 'day',
          header: t('modelling.shadow-day'),
          primary: true,
          cell: (row) => showDay(row.day, locale, 'short'),
        },
        {
          key: 'against',
          header: t('modelling.shadow-against'),
          cell: (row) => row.against || t('modelling.shadow-against-score'),
        },
        { key: 'firms', header: t('modelling.firms'), align: 'end', cell: (row) => count(row.firms) },
        {
          key: 'agreeing',
          header: t('modelling.shadow-agreeing'),
          align: 'end',
          cell: (row) => `${count(row.agreeing)} (${showPpm(shareOf(row), locale, 0)})`,
        },
        {
          key: 'higher',
          header: t('modelling.shadow-higher'),
          align: 'end',
          cell: (row) => count(row.higher),
        },
        { key: 'lower', header: t('modelling.shadow-lower'), align: 'end', cell: (row) => count(row.lower) },
      ]}
    />
  );
}

const ranks = [1, 2, 3, 4, 5] as const;

/** Where the two rank the same firms. */
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
