import { Form } from '@remix-run/react';
import { scoreText } from '~/text/score-page.ts';
import { featureName } from '~/text/score-reason.ts';
import { whatIfText } from '~/text/what-if.ts';
import { showDay, showPoints } from '~/ui/format.ts';
import { Button } from '~/ui/parts/button.tsx';
import { DateField } from '~/ui/parts/date-field.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { DayText, Figure, FigureRow, Money } from '~/ui/parts/figures.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import { ActWhen, GradeAndPoints, PathCard, Products, useActWord, useBringsWord } from './what-if-path.tsx';
import type { WhatIfProps } from './what-if-shown.ts';

/** The simulator: the way to the next grade, what each act brings, and what a choice of one's own would bring. */
export function WhatIfView(props: WhatIfProps) {
  const t = useText(whatIfText);
  const score = useText(scoreText);
  const { now } = props;
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[{ label: score('score.title'), to: '/my/score' }, { label: t('what-if.title') }]}
        title={t('what-if.title')}
        lede={t('what-if.lede')}
      />
      {now.milliPoints === null ? (
        <EmptyState title={t('what-if.insufficient')}>{t('what-if.insufficient-next')}</EmptyState>
      ) : (
        <>
          <Standing {...props} />
          <Paths {...props} />
          <Trial {...props} />
          <Acts {...props} />
          <Waits {...props} />
        </>
      )}
    </div>
  );
}

function Standing({ now, next, target }: WhatIfProps) {
  const t = useText(whatIfText);
  const missing = target === null || now.milliPoints === null ? 0 : target - now.milliPoints;
  return (
    <FigureRow>
      <Figure
        label={t('what-if.now')}
        value={<GradeAndPoints {...now} />}
        note={now.isVetoed ? t('what-if.vetoed') : undefined}
      />
      {next ? (
        <Figure
          label={t('what-if.next')}
          value={<GradeAndPoints milliPoints={target} grade={next} />}
          note={missing > 0 ? t('what-if.missing', showPoints(missing)) : undefined}
        />
      ) : null}
    </FigureRow>
  );
}

function Paths({ next, cheapest, earliest }: WhatIfProps) {
  const t = useText(whatIfText);
  if (!next)
    return (
      <Notice tone="good" title={t('what-if.top')}>
        {t('what-if.top-next')}
      </Notice>
    );
  if (!cheapest) return <Notice tone="info" title={t('what-if.no-path')} />;
  const isSame = earliest?.on === cheapest.on && earliest.costFen === cheapest.costFen;
  return (
    <div className="grid gap-(--gap) lg:grid-cols-2">
      <PathCard title={t('what-if.cheapest')} path={cheapest} />
      {earliest && !isSame ? <PathCard title={t('what-if.earliest')} path={earliest} /> : null}
    </div>
  );
}

function Trial({ acts, trial, until, isDayWrong }: WhatIfProps) {
  const t = useText(whatIfText);
  const locale = useLocale();
  const word = useActWord();
  const chosen = new Set(trial?.acts ?? []);
  return (
    <Section title={t('what-if.try')} id="try">
      <Form method="get" className="stack">
        {acts.length > 0 ? (
          <fieldset className="stack">
            <legend className="mb-1 font-medium">{t('what-if.choose')}</legend>
            {acts.map((act) => (
              <label key={act.id} className="flex min-h-6 items-start gap-2">
                <input
                  type="checkbox"
                  name="do"
                  value={act.id}
                  defaultChecked={chosen.has(act.id)}
                  className="mt-1 size-5 shrink-0"
                />
                <span>{word(act)}</span>
              </label>
            ))}
          </fieldset>
        ) : null}
        <DateField
          name="on"
          label={t('what-if.on')}
          hint={t('what-if.on-hint', showDay(until, locale, 'short'))}
          defaultValue={trial?.on}
        />
        <div>
          <Button type="submit">{t('what-if.work-out')}</Button>
        </div>
      </Form>
      {isDayWrong ? (
        <Notice tone="refusal" live title={t('what-if.on-wrong')}>
          {t('what-if.on-hint', showDay(until, locale, 'short'))}
        </Notice>
      ) : null}
      {trial ? <Result trial={trial} /> : null}
    </Section>
  );
}

function Result({ trial }: { trial: NonNullable<WhatIfProps['trial']> }) {
  const t = useText(whatIfText);
  const locale = useLocale();
  return (
    <Notice tone="info" live title={t('what-if.result', showDay(trial.on, locale, 'short'))}>
      <div className="stack">
        <FigureRow>
          <Figure
            label={t('what-if.points')}
            value={<GradeAndPoints {...trial} />}
            note={trial.isVetoed ? t('what-if.vetoed') : undefined}
          />
          <Figure label={t('what-if.change')} value={showPoints(trial.gain, true)} />
          <Figure label={t('what-if.products')} value={t('what-if.products-n', trial.opened.length)} />
        </FigureRow>
        {trial.late > 0 ? <p>{t('what-if.late', trial.late)}</p> : null}
        <Products {...trial} />
      </div>
    </Notice>
  );
}

function Acts({ acts }: WhatIfProps) {
  const t = useText(whatIfText);
  const word = useActWord();
  const brings = useBringsWord();
  return (
    <Section title={t('what-if.acts')}>
      <DataTable
        caption={t('what-if.acts')}
        captionHidden
        rows={acts}
        rowKey={(act) => act.id}
        empty={<EmptyState title={t('what-if.acts-none')}>{t('what-if.acts-none-next')}</EmptyState>}
        columns={[
          {
            key: 'act',
            header: t('what-if.act'),
            primary: true,
            cell: (act) => (
              <>
                {word(act)}
                <ActWhen act={act} />
              </>
            ),
          },
          {
            key: 'cost',
            header: t('what-if.cost'),
            align: 'end',
            cell: (act) => (act.costFen === null ? t('what-if.no-price') : <Money fen={act.costFen} />),
          },
          {
            key: 'gain',
            header: t('what-if.gain'),
            cell: (act) => (
              <>
                {brings(act.gain, act.effectOn, act)}
                <Products {...act} />
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}

function Waits({ waits }: WhatIfProps) {
  const t = useText(whatIfText);
  const locale = useLocale();
  return (
    <Section title={t('what-if.waits')} lede={t('what-if.waits-lede')}>
      <DataTable
        caption={t('what-if.waits')}
        captionHidden
        rows={waits}
        rowKey={(wait) => wait.on}
        empty={t('what-if.waits-none')}
        columns={[
          {
            key: 'on',
            header: t('what-if.wait-on'),
            primary: true,
            cell: (wait) => <DayText day={wait.on} />,
          },
          {
            key: 'what',
            header: t('what-if.wait-what'),
            cell: (wait) =>
              wait.features.map((code) => featureName(code, locale)).join(locale === 'en' ? ', ' : '、'),
          },
          {
            key: 'gain',
            header: t('what-if.wait-gain'),
            align: 'end',
            cell: (wait) => showPoints(wait.gain, true),
          },
        ]}
      />
    </Section>
  );
}
