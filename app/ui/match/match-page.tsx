import { Form } from '@remix-run/react';
import { matchText } from '~/text/match.ts';
import { needText } from '~/text/need.ts';
import { postingText } from '~/text/need-posting.ts';
import { purposeWords } from '~/text/product-words.ts';
import { showDay, showFen } from '~/ui/format.ts';
import { CloseNeed } from '~/ui/match/close-need.tsx';
import { CostChart } from '~/ui/match/cost-chart.tsx';
import type { MatchData } from '~/ui/match/match-data.ts';
import { MatchGroups } from '~/ui/match/match-groups.tsx';
import { MatchSummary } from '~/ui/match/match-summary.tsx';
import { Openings } from '~/ui/match/openings.tsx';
import { SubsidyRooms } from '~/ui/match/subsidy-rooms.tsx';
import { Button, LinkButton } from '~/ui/parts/button.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { TabLinks } from '~/ui/parts/tabs.tsx';
import { useLocale, useText } from '~/ui/text.ts';

/** The match: every product answered rule by rule and ranked by what it costs, and what would open more. */
export function MatchPage({ match }: { match: MatchData }) {
  const t = useText(matchText);
  const n = useText(needText);
  const { need, matches } = match;
  return (
    <>
      <MatchHeader match={match} />
      <div className="stack-lg">
        {need.state === 'closed' ? (
          <Notice
            tone="info"
            title={t('match.closed')}
            next={
              <LinkButton to="/my/needs/new" size="sm">
                {n('need.list.new')}
              </LinkButton>
            }
          >
            {t('match.closed-next')}
          </Notice>
        ) : null}
        <TabLinks label={t('match.title')} items={useTabs(match)} />
        {match.shown === 'examples' ? (
          <Notice tone="info" title={t('match.examples')}>
            {t('match.examples-lede')}
          </Notice>
        ) : null}
        <MatchSummary match={match} />
        <div className="grid gap-(--gap) lg:grid-cols-[3fr_2fr]">
          <CostChart matches={matches} />
          <Openings openings={match.openings} needId={need.id} />
        </div>
        <SubsidyRooms rooms={match.rooms} />
        <ApplyForm match={match} />
        {need.state === 'open' ? <CloseNeed /> : null}
      </div>
    </>
  );
}

function MatchHeader({ match }: { match: MatchData }) {
  const t = useText(matchText);
  const n = useText(needText);
  const b = useText(postingText);
  const locale = useLocale();
  const { need } = match;
  const amount = showFen(need.amountFen, locale, 'short');
  return (
    <PageHeader
      title={t('match.title')}
      eyebrow={t('match.lede', amount, need.termMonths, purposeWords[need.purpose][locale])}
      lede={t('match.as-of', showDay(match.asOf, locale))}
      trail={[{ label: n('need.list.title'), to: '/my/needs' }, { label: t('match.title') }]}
      actions={
        <>
          <LinkButton to={`/my/needs/${need.id}/banks`}>{b('posting.do')}</LinkButton>
          <LinkButton to="/how-matching-works" variant="secondary">
            {t('match.rule-link')}
          </LinkButton>
        </>
      }
    />
  );
}

function useTabs({ need, counts, shown }: MatchData) {
  const t = useText(matchText);
  const at = `/my/needs/${need.id}`;
  return [
    { to: at, label: t('match.offers'), count: counts.offers, current: shown === 'offers' },
    {
      to: `${at}?show=examples`,
      label: t('match.examples'),
      count: counts.examples,
      current: shown === 'examples',
    },
  ];
}

/** The list as a form: several products are chosen and applied for in one go. A GET form, so it works without scripts. */
function ApplyForm({ match }: { match: MatchData }) {
  const t = useText(matchText);
  const canChoose = match.shown === 'offers' && match.need.state === 'open';
  if (!canChoose) return <MatchGroups match={match} canChoose={false} />;
  return (
    <Form method="get" action="/my/applications/new" className="stack-lg">
      <input type="hidden" name="need" value={match.need.id} />
      <MatchGroups match={match} canChoose />
      <div className="no-print sticky bottom-0 z-2 -mx-1 flex flex-wrap items-center gap-3 border-t border-line-strong bg-paper px-1 py-3">
        <Button size="lg">{t('match.apply')}</Button>
        <p className="text-sm text-ink-soft">{t('match.apply-hint')}</p>
      </div>
    </Form>
  );
}
