import { Form } from '@remix-run/react';
import type { Limits, Release } from '~/domain/modelling/release.ts';
import { refusals } from '~/text/all-refusals.ts';
import type { Locale } from '~/text/define.ts';
import { jointText } from '~/text/joint.ts';
import { wordRefusal } from '~/text/refusal.ts';
import { featureName } from '~/text/score-reason.ts';
import { showCount, showPoints, showPpm } from '~/ui/format.ts';
import { LookAgain } from '~/ui/look-again.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { Figure, FigureRow } from '~/ui/parts/figures.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import { OutcomesForm, Studies, StudyBadge, type StudyRow } from './studies-page.tsx';

type Score = {
  readonly milliPoints: number;
  readonly riskPpm: number;
  readonly sheet: 'public' | 'full';
  readonly asOf: string;
  readonly missing: readonly string[];
};

type Asked = {
  readonly application: string;
  readonly score: Score | null;
  readonly refusal: { readonly code: string } | null;
};

type Props = StudyRow & {
  readonly refusal: { readonly code: string } | null;
  readonly released: Release | null;
  readonly limits: Limits;
  readonly measurements: readonly StudyRow[];
  readonly maxBytes: number;
  /** Features that the bank's own card reads and no public sheet holds. */
  readonly consentedOnly: readonly string[];
  readonly applicants: readonly { readonly id: string; readonly firm: string }[];
  /** The applicant that was asked about, and what the card says of it. */
  readonly asked: Asked | null;
};

/** One study: what was released, or why nothing was, and the applicants that it can score. */
export function StudyPage(props: Props) {
  const t = useText(jointText);
  const locale = useLocale();
  const { name, state, refusal, released, isOwnCard, measures, consentedOnly } = props;
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[{ label: t('joint.title'), to: '/bank/modelling' }, { label: name }]}
        title={name}
        lede={t(isOwnCard ? 'joint.card-hint' : measures ? 'joint.measured-lede' : 'joint.lede')}
        badge={<StudyBadge state={state} />}
      />
      {state === 'ordered' || state === 'running' ? (
        <Notice tone="info" live title={t('joint.waiting')}>
          {t('joint.waiting-next')}
        </Notice>
      ) : null}
      <LookAgain waiting={state === 'ordered' || state === 'running'} seen={state} />
      {refusal ? (
        <Notice tone="refusal" title={t('joint.state.refused')}>
          {wordRefusal(refusals, refusal, locale)}
        </Notice>
      ) : null}
      {released ? <Released released={released} isMeasured={measures !== null} /> : null}
      {consentedOnly.length > 0 ? (
        <Notice tone="warn" title={t('joint.consented-only')}>
          {t('joint.consented-only-detail', listFeatures(consentedOnly, locale))}
        </Notice>
      ) : null}
      {state === 'done' && isOwnCard ? <Measure {...props} /> : null}
      {state === 'done' && !measures ? <Applicants {...props} /> : null}
    </div>
  );
}

/** Measures the bank's own card on outcomes, and lists what came of it. */
function Measure({ limits, measurements, maxBytes }: Props) {
  const t = useText(jointText);
  return (
    <Section title={t('joint.measure')} lede={t('joint.measure-lede', limits.smallestGroup)}>
      <OutcomesForm intent="measure" action={t('joint.measure-do')} maxBytes={maxBytes} />
      <Studies
        rows={measurements}
        caption={t('joint.measurements')}
        empty={<p>{t('joint.measurements-none')}</p>}
      />
    </Section>
  );
}

const hundredths = (value: number): string => (value / 100).toFixed(2);

function Released({ released, isMeasured }: { released: Release; isMeasured: boolean }) {
  const t = useText(jointText);
  const locale = useLocale();
  return (
    <>
      <FigureRow>
        <Figure label={t('joint.matched')} value={showCount(released.matched, locale)} />
        <Figure label={t('joint.bads')} value={showCount(released.bads, locale)} />
        <Figure
          label={t(isMeasured ? 'joint.auc-stated' : 'joint.auc-train')}
          value={hundredths(released.trainAucCenti)}
        />
        <Figure label={t('joint.auc-test')} value={hundredths(released.testAucCenti)} />
        <Figure label={t('joint.ks')} value={hundredths(released.testKsCenti)} />
        <Figure label={t('joint.psi')} value={hundredths(released.psiCenti)} />
        <Figure label={t('joint.epsilon')} value={(released.epsilonMilli / 1_000).toFixed(1)} />
      </FigureRow>
      <Section title={t('joint.released')}>
        {released.characteristics.map((part) => (
          <Bins key={part.feature} part={part} />
        ))}
      </Section>
    </>
  );
}

type Part = Release['characteristics'][number];

function Bins({ part }: { part: Part }) {
  const t = useText(jointText);
  const locale = useLocale();
  const word = ({ holds, from }: Part['bins'][number]) => {
    if (holds === 'missing') return t('joint.bin-missing');
    if (from === null) return t('joint.bin-low');
    return t(holds === 'special' ? 'joint.bin-is' : 'joint.bin-from', showCount(from, locale));
  };
  return (
    <DataTable
      caption={t('joint.coefficient', featureName(part.feature, locale), hundredths(part.coefficientCenti))}
      rows={part.bins.map((bin, at) => ({ ...bin, at }))}
      rowKey={(bin) => String(bin.at)}
      columns={[
        { key: 'bin', header: t('joint.bin'), primary: true, cell: word },
        {
          key: 'firms',
          header: t('joint.firms'),
          align: 'end',
          cell: (bin) => (bin.firms === null ? t('joint.hidden') : showCount(bin.firms, locale)),
        },
        {
          key: 'bad',
          header: t('joint.bad-share'),
          align: 'end',
          cell: (bin) => (bin.badPpm === null ? '—' : showPpm(bin.badPpm, locale, 1)),
        },
        {
          key: 'woe',
          header: t('joint.woe'),
          align: 'end',
          cell: (bin) => (bin.woeCenti === null ? '—' : hundredths(bin.woeCenti)),
        },
      ]}
    />
  );
}

function Applicants({ applicants, asked }: Props) {
  const t = useText(jointText);
  return (
    <Section title={t('joint.applicants')} lede={t('joint.applicants-lede')}>
      {applicants.length === 0 ? (
        <p>{t('joint.applicants-none')}</p>
      ) : (
        <Form method="get" className="stack">
          <SelectField
            name="application"
            label={t('joint.applicant')}
            options={applicants.map(({ id, firm }) => ({ value: id, label: firm }))}
            defaultValue={asked?.application ?? applicants[0]?.id}
            required
          />
          <div>
            <Button variant="quiet">{t('joint.score')}</Button>
          </div>
        </Form>
      )}
      {asked ? <Answer {...asked} /> : null}
    </Section>
  );
}

function Answer({ score, refusal }: Asked) {
  const t = useText(jointText);
  const locale = useLocale();
  if (refusal) return <Notice tone="refusal" live title={wordRefusal(refusals, refusal, locale)} />;
  if (!score) return <Notice tone="info" live title={t('joint.score-none')} />;
  const { sheet, missing } = score;
  return (
    <Notice
      tone="info"
      live
      title={t('joint.score-is', showPoints(score.milliPoints), showPpm(score.riskPpm, locale, 1))}
    >
      <p>{t(sheet === 'full' ? 'joint.sheet-full' : 'joint.sheet-public', score.asOf)}</p>
      <p>
        {missing.length > 0
          ? t('joint.score-missing', listFeatures(missing, locale))
          : t('joint.score-complete')}
      </p>
    </Notice>
  );
}

const listFeatures = (codes: readonly string[], locale: Locale): string =>
  codes.map((code) => featureName(code, locale)).join(locale === 'en' ? ', ' : '、');
