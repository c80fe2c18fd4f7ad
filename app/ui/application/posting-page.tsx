import { matchText } from '~/text/match.ts';
import { needText } from '~/text/need.ts';
import { postingText } from '~/text/need-posting.ts';
import { CommandForm, useReply } from '~/ui/command-form.tsx';
import { showDay } from '~/ui/format.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { CheckboxField } from '~/ui/parts/choice-field.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import { PostedProfile } from './posted-profile.tsx';
import { PostingAnswers } from './posting-answers.tsx';
import type { PostingShown } from './posting-shown.ts';
import { RecommendedCard } from './recommended-card.tsx';

/** One need put before banks: what they read, and their answers side by side. */
export function PostingPage({ posting }: { posting: PostingShown }) {
  const t = useText(postingText);
  const n = useText(needText);
  const m = useText(matchText);
  const { need, open, draft, answers } = posting;
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[
          { label: n('need.list.title'), to: '/my/needs' },
          { label: m('match.title'), to: `/my/needs/${need.id}` },
          { label: t('posting.title') },
        ]}
        title={t('posting.title')}
        lede={t('posting.lede')}
      />
      {open || answers.length > 0 ? (
        <PostingAnswers answers={answers} now={posting.now} needId={need.id} />
      ) : null}
      {open ? <OpenPosting posting={posting} open={open} /> : null}
      {draft ? <DraftPosting posting={posting} draft={draft} /> : null}
      <RecommendedCard recommended={posting.recommended} mayPost={posting.mayPost} />
      <PastPostings past={posting.past} />
    </div>
  );
}

type OpenProps = { posting: PostingShown; open: NonNullable<PostingShown['open']> };

function OpenPosting({ posting, open }: OpenProps) {
  const t = useText(postingText);
  const locale = useLocale();
  return (
    <Card
      title={t('posting.told')}
      lede={t('posting.until', showDay(open.openUntil, locale))}
      actions={
        <>
          <Badge tone="good">{t('posting.open')}</Badge>
          <Badge>{t(open.named ? 'posting.by-name' : 'posting.anonymous')}</Badge>
        </>
      }
    >
      <div className="stack">
        <PostedProfile profile={open.profile} names={posting.names} />
        <Told alike={open.profile.alike} notAsked={open.banksNotAsked} />
        {posting.mayPost ? (
          <ConfirmStep ask={t('posting.withdraw')} title={t('posting.withdraw-title')}>
            <p className="measure">{t('posting.withdraw-text')}</p>
            <CommandForm intent="withdraw">
              <Button variant="secondary">{t('posting.withdraw')}</Button>
            </CommandForm>
          </ConfirmStep>
        ) : null}
      </div>
    </Card>
  );
}

type DraftProps = { posting: PostingShown; draft: NonNullable<PostingShown['draft']> };

function DraftPosting({ posting, draft }: DraftProps) {
  const t = useText(postingText);
  const locale = useLocale();
  const reply = useReply('post');
  return (
    <Card title={t('posting.told')} lede={t('posting.until', showDay(draft.openUntil, locale))}>
      <div className="stack">
        <PostedProfile profile={draft.profile} names={posting.names} />
        <p className="measure">{t('posting.products', draft.products)}</p>
        <Told alike={draft.profile.alike} notAsked={draft.banksNotAsked} />
        {posting.mayPost ? (
          <CommandForm intent="post" key={reply ? 'again' : 'first'}>
            <CheckboxField
              name="named"
              value="yes"
              label={t('posting.named')}
              hint={t('posting.named-hint')}
            />
            <CheckboxField name="agreed" value="yes" label={t('posting.agree')} />
            <Button>{t('posting.post')}</Button>
          </CommandForm>
        ) : null}
      </div>
    </Card>
  );
}

function Told({ alike, notAsked }: { alike: number | null; notAsked: number }) {
  const t = useText(postingText);
  return (
    <>
      {alike === null ? null : <p className="measure text-ink-soft">{t('posting.told-alike', alike)}</p>}
      {notAsked > 0 ? <p className="measure text-ink-soft">{t('posting.not-asked', notAsked)}</p> : null}
    </>
  );
}

function PastPostings({ past }: { past: PostingShown['past'] }) {
  const t = useText(postingText);
  const locale = useLocale();
  if (past.length === 0) return null;
  return (
    <Section title={t('posting.past')}>
      <ul className="stack gap-1">
        {past.map((each) => (
          <li key={each.id}>
            {t(
              'posting.past-line',
              showDay(each.postedAt.slice(0, 10), locale),
              showDay(each.openUntil, locale),
            )}{' '}
            <Badge>{t(each.named ? 'posting.by-name' : 'posting.anonymous')}</Badge>
          </li>
        ))}
      </ul>
    </Section>
  );
}
