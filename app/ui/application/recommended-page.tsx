import type { RecommendationState } from '~/domain/application/recommendation.ts';
import type { Standard } from '~/domain/application/standards.ts';
import { recommendedText } from '~/text/recommended.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { showDay } from '~/ui/format.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button, TextLink } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { Figure, FigureRow, InstantText, Money } from '~/ui/parts/figures.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { KeysetPager } from '~/ui/parts/pager.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { TabLinks } from '~/ui/parts/tabs.tsx';
import { TextAreaField, TextField } from '~/ui/parts/text-field.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import { ReviewForms } from './recommended-review.tsx';
import { StandardsList } from './standards-list.tsx';

const filters = ['waiting', 'review', 'listed', 'ended', 'all'] as const;
const counted = [
  'nominated',
  'agreed',
  'listed',
  'taken',
  'answered',
  'offered',
  'returned',
  'granted',
  'lent',
] as const;
const summed = ['grantedFen', 'lentFen', 'unsecuredFen'] as const;

export type NominationShown = {
  readonly id: string;
  readonly firm: string;
  readonly uscc: string | null;
  readonly state: RecommendationState;
  readonly nominator: string;
  readonly reason: string;
  readonly isOwn: boolean;
  readonly nominatedAt: string;
  readonly reviewNote: string | null;
  readonly vouched: readonly string[];
  readonly standards: readonly Standard[];
  readonly openUntil: string | null;
  readonly isPosted: boolean;
  readonly taken: number | null;
  readonly offered: number | null;
  readonly lentFen: string | null;
};

type Figures = { readonly [K in (typeof counted)[number]]: number } & {
  readonly [K in (typeof summed)[number]]: string;
} & { readonly answerHours: number | null };

export type RecommendedProps = {
  readonly base: string;
  readonly filter: (typeof filters)[number];
  readonly page: number;
  readonly more: boolean;
  readonly mayReview: boolean;
  readonly figures: Figures | null;
  readonly rows: readonly NominationShown[];
};

/** Firms on their way to the recommended list: who put them forward, the five standards, what became of them. */
export function RecommendedPage(props: RecommendedProps) {
  const { base, filter, page, more, figures, rows } = props;
  const t = useText(recommendedText);
  const at = (to: number) => `${base}?show=${filter}&page=${to}`;
  return (
    <div className="stack-lg">
      <PageHeader
        title={t('recommended.title')}
        lede={t(figures ? 'recommended.lede' : 'recommended.office-lede')}
        actions={
          figures ? (
            <TextLink to={`${base}.csv?show=${filter}`} download>
              {t('recommended.file')}
            </TextLink>
          ) : null
        }
      />
      {figures ? <Results figures={figures} /> : null}
      <TabLinks
        label={t('recommended.filters')}
        items={filters.map((each) => ({
          to: `${base}?show=${each}`,
          label: t(`recommended.filter.${each}`),
          current: each === filter,
        }))}
      />
      <Nominations {...props} />
      <KeysetPager
        previous={page > 1 ? at(page - 1) : null}
        next={more ? at(page + 1) : null}
        shown={rows.length}
      />
      <Nominate />
    </div>
  );
}

function Results({ figures }: { figures: Figures }) {
  const t = useText(recommendedText);
  return (
    <Section title={t('figure.title')}>
      <FigureRow>
        {counted.map((key) => (
          <Figure key={key} label={t(`figure.${key}`)} value={figures[key]} />
        ))}
        {summed.map((key) => (
          <Figure key={key} label={t(`figure.${key}`)} value={<Money fen={figures[key]} style="short" />} />
        ))}
        <Figure label={t('figure.answerHours')} value={figures.answerHours ?? '—'} />
      </FigureRow>
    </Section>
  );
}

function Nominations({ rows, mayReview }: RecommendedProps) {
  const t = useText(recommendedText);
  return (
    <DataTable
      caption={t('recommended.title')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t('recommended.none')}>{t('recommended.none-next')}</EmptyState>}
      columns={[
        { key: 'firm', header: t('recommended.firm'), primary: true, cell: (row) => <Firm row={row} /> },
        { key: 'by', header: t('recommended.by'), cell: (row) => <By row={row} /> },
        {
          key: 'standards',
          header: t('recommended.standards'),
          cell: ({ standards, vouched }) => (
            <StandardsList
              standards={standards.map((each) => ({ ...each, vouched: vouched.includes(each.standard) }))}
            />
          ),
        },
        {
          key: 'state',
          header: t('recommended.state'),
          cell: (row) => <State row={row} mayReview={mayReview} />,
        },
      ]}
    />
  );
}

function Firm({ row: { firm, uscc } }: { row: NominationShown }) {
  return (
    <>
      {firm}
      {uscc ? <span className="num block text-sm font-normal text-ink-soft">{uscc}</span> : null}
    </>
  );
}

function By({ row: { nominator, reason, nominatedAt } }: { row: NominationShown }) {
  const t = useText(recommendedText);
  return (
    <div className="max-w-xs">
      {nominator || t('recommended.by-itself')}
      <span className="block text-sm text-ink-soft">
        <InstantText at={nominatedAt} />
      </span>
      {reason ? <p className="whitespace-pre-line">{reason}</p> : null}
    </div>
  );
}

function State({ row, mayReview }: { row: NominationShown; mayReview: boolean }) {
  const t = useText(recommendedText);
  const locale = useLocale();
  const { state, reviewNote, openUntil, isPosted, taken, offered, lentFen } = row;
  return (
    <div className="stack-sm max-w-md">
      <Badge tone={state === 'listed' ? 'good' : 'mute'}>{t(`recommended.state.${state}`)}</Badge>
      {openUntil ? (
        <p>{isPosted ? t('recommended.until', showDay(openUntil, locale)) : t('recommended.over')}</p>
      ) : null}
      {state === 'listed' && taken !== null && offered !== null ? (
        <p>
          {t('recommended.answers', taken, offered)}
          {lentFen && lentFen !== '0' ? ` · ${t('recommended.lent', lentFen)}` : ''}
        </p>
      ) : null}
      {reviewNote ? <p className="whitespace-pre-line text-ink-soft">{reviewNote}</p> : null}
      {mayReview && state === 'agreed' ? <ReviewForms row={row} /> : null}
    </div>
  );
}

function Nominate() {
  const t = useText(recommendedText);
  return (
    <Card title={t('recommended.nominate')} lede={t('recommended.nominate-hint')}>
      <CommandForm intent="nominate">
        <TextField name="uscc" label={t('recommended.uscc')} maxLength={18} required />
        <TextAreaField name="reason" label={t('recommended.reason')} rows={3} maxLength={400} required />
        <Button>{t('recommended.nominate-do')}</Button>
      </CommandForm>
    </Card>
  );
}
