import { postingText } from '~/text/need-posting.ts';
import { recommendedText } from '~/text/recommended.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { showDay } from '~/ui/format.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { ClockChip } from '~/ui/parts/clock-chip.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useNamed, useText } from '~/ui/text.ts';
import { OfferTerms } from './offer-terms.tsx';
import { PostedAnswerForm } from './posted-answer-form.tsx';
import { FitBadge } from './posted-list.tsx';
import { PostedProfile } from './posted-profile.tsx';
import type { PostedShown } from './posting-shown.ts';
import { StandardsList } from './standards-list.tsx';

/** One posted need as a bank reads it, and what the bank can do with it. */
export function PostedPage({ posted }: { posted: PostedShown }) {
  const t = useText(postingText);
  const r = useText(recommendedText);
  const locale = useLocale();
  const { own, profile, firm } = posted;
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[{ label: t('posted.title'), to: '/bank/needs' }, { label: t('posted.one') }]}
        title={firm ?? t('posted.firm-hidden')}
        badge={
          <>
            {posted.recommended ? <Badge tone="good">{r('recommended.badge')}</Badge> : null}
            {posted.isOpen ? null : <Badge>{t('posted.over')}</Badge>}
          </>
        }
        lede={t('posting.until', showDay(posted.openUntil, locale))}
      />
      {own?.state === 'chosen' ? <Notice tone="good" title={t('posted.chosen')} /> : null}
      <Card title={t('posted.need')}>
        <PostedProfile profile={profile} names={posted.names} />
      </Card>
      {profile.standards ? (
        <Card title={r('recommended.standards')}>
          <StandardsList standards={profile.standards} />
        </Card>
      ) : null}
      <OwnProducts posted={posted} />
      <OwnAnswer posted={posted} />
    </div>
  );
}

function OwnProducts({ posted: { products } }: { posted: PostedShown }) {
  const t = useText(postingText);
  const name = useNamed();
  return (
    <Section title={t('posted.standing')}>
      <DataTable
        caption={t('posted.standing')}
        captionHidden
        rows={products}
        rowKey={(product) => product.id}
        columns={[
          { key: 'product', header: t('posted.product'), primary: true, cell: (product) => name(product) },
          {
            key: 'standing',
            header: t('posted.fits'),
            cell: ({ standing }) => <FitBadge fits={standing} />,
          },
        ]}
        empty={<EmptyState title={t('posted.standing-none')}>{t('posted.standing-none-next')}</EmptyState>}
      />
    </Section>
  );
}

function OwnAnswer({ posted }: { posted: PostedShown }) {
  const t = useText(postingText);
  const name = useNamed();
  const r = useText(recommendedText);
  const { own, mayTake, rules, now } = posted;
  const clock = posted.recommended
    ? r('recommended.take-text', rules.answerMonths)
    : t('posted.take-text', rules.answerWorkingDays);
  if (!own)
    return mayTake ? (
      <Card title={t('posted.take')} lede={clock} tone="brand">
        <CommandForm intent="take">
          <Button>{t('posted.take')}</Button>
        </CommandForm>
      </Card>
    ) : null;
  return (
    <Section
      title={t('posted.answered')}
      actions={
        <>
          <Badge>{t(`posting.state.${own.state}`)}</Badge>
          {own.state === 'taken' ? <ClockChip due={own.dueAt} now={now} /> : null}
        </>
      }
    >
      {own.terms ? (
        <Card title={own.product ? name(own.product) : t('posting.terms')}>
          <OfferTerms terms={own.terms} />
        </Card>
      ) : null}
      {own.mayAnswer ? <PostedAnswerForm posted={posted} /> : null}
    </Section>
  );
}
