import { applicationText } from '~/text/application.ts';
import { postingText } from '~/text/need-posting.ts';
import { methodWords } from '~/text/product-words.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { showDay, showFen, showPpm } from '~/ui/format.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { BarList } from '~/ui/parts/chart/bar-list.tsx';
import { ClockChip } from '~/ui/parts/clock-chip.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { Money, Rate } from '~/ui/parts/figures.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useNamed, useText } from '~/ui/text.ts';
import type { AnswerShown } from './posting-shown.ts';

type PostingAnswersProps = {
  readonly answers: readonly AnswerShown[];
  readonly now: string;
  readonly needId: string;
};

/** What banks answered, the lowest net cost first. */
export function PostingAnswers({ answers, now }: PostingAnswersProps) {
  const t = useText(postingText);
  const columns = useAnswerColumns(now);
  return (
    <Section title={t('posting.answers')} lede={t('posting.answers-lede')}>
      <NetCosts answers={answers} />
      <DataTable
        caption={t('posting.answers')}
        captionHidden
        columns={columns}
        rows={answers}
        rowKey={(answer) => answer.id}
        empty={<EmptyState title={t('posting.answers-none')}>{t('posting.answers-none-next')}</EmptyState>}
      />
    </Section>
  );
}

/** Two or more priced answers as bars. */
function NetCosts({ answers }: { answers: readonly AnswerShown[] }) {
  const t = useText(postingText);
  const locale = useLocale();
  const name = useNamed();
  const bars = answers.flatMap(({ bank, offer }, index) =>
    offer
      ? [
          {
            label: name(bank),
            value: Number(offer.net),
            text: showFen(offer.net, locale),
            marked: index === 0,
          },
        ]
      : [],
  );
  if (bars.length < 2) return null;
  return (
    <Card>
      <BarList title={t('posting.net')} description={t('posting.answers-lede')} bars={bars} />
    </Card>
  );
}

function useAnswerColumns(now: string): Column<AnswerShown>[] {
  const t = useText(postingText);
  return [
    {
      key: 'bank',
      header: t('posting.bank'),
      primary: true,
      cell: (answer) => <BankAndProduct answer={answer} />,
    },
    {
      key: 'net',
      header: t('posting.net'),
      align: 'end',
      cell: ({ offer }) => (offer ? <Money fen={offer.net} /> : '–'),
    },
    {
      key: 'apr',
      header: t('posting.apr'),
      align: 'end',
      cell: ({ offer }) => (offer && offer.apr !== null ? <Rate ppm={offer.apr} /> : '–'),
    },
    {
      key: 'subsidy',
      header: t('posting.subsidy'),
      align: 'end',
      cell: ({ offer }) => (offer ? <Money fen={offer.subsidy} /> : '–'),
    },
    { key: 'terms', header: t('posting.terms'), cell: (answer) => <Terms answer={answer} /> },
    {
      key: 'state',
      header: t('posting.state'),
      cell: (answer) => <Standing answer={answer} now={now} />,
    },
  ];
}

function BankAndProduct({ answer: { bank, product } }: { answer: AnswerShown }) {
  const name = useNamed();
  return (
    <>
      {name(bank)}
      {product ? <span className="block text-sm font-normal text-ink-soft">{name(product)}</span> : null}
    </>
  );
}

function Terms({ answer: { offer } }: { answer: AnswerShown }) {
  const t = useText(postingText);
  const apps = useText(applicationText);
  const locale = useLocale();
  if (!offer) return '–';
  const { terms } = offer;
  return (
    <>
      <span className="num">
        {showFen(terms.amount, locale, 'short')} · {apps('apps.months', terms.termMonths)} ·{' '}
        {showPpm(terms.rate, locale)}
      </span>
      <span className="block text-sm text-ink-soft">
        {methodWords[terms.method][locale]} · {t('posting.valid-until', showDay(terms.validUntil, locale))}
      </span>
      {terms.conditions ? <span className="block text-sm">{terms.conditions}</span> : null}
    </>
  );
}

const tones = {
  taken: 'info',
  offered: 'good',
  passed: 'mute',
  void: 'mute',
  returned: 'warn',
  chosen: 'good',
} as const;

function Standing({ answer, now }: { answer: AnswerShown; now: string }) {
  const t = useText(postingText);
  const name = useNamed();
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Badge tone={tones[answer.state]}>{t(`posting.state.${answer.state}`)}</Badge>
      {answer.state === 'taken' ? <ClockChip due={answer.dueAt} now={now} /> : null}
      {answer.mayChoose ? (
        <CommandForm id={`choose-${answer.id}`} intent="choose">
          <input type="hidden" name="answer" value={answer.id} />
          <Button size="sm" aria-label={t('posting.choose-label', name(answer.bank))}>
            {t('posting.choose')}
          </Button>
        </CommandForm>
      ) : null}
    </div>
  );
}
