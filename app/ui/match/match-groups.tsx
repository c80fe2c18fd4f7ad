import type { ReactNode } from 'react';
import { matchText } from '~/text/match.ts';
import type { RuleNames } from '~/text/product-rule.ts';
import { FoldedCard, MatchCard } from '~/ui/match/match-card.tsx';
import type { MatchData, MatchRow } from '~/ui/match/match-data.ts';
import { TextLink } from '~/ui/parts/button.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { useRuleNames } from '~/ui/product/rule-names.ts';
import { useText } from '~/ui/text.ts';

const groups = ['pass', 'unknown', 'fail'] as const;

/** The products by how they stand; within each group in the published order. A failing product is not offered to choose. */
export function MatchGroups({ match, canChoose }: { match: MatchData; canChoose: boolean }) {
  const t = useText(matchText);
  const names = useRuleNames(match.names);
  return (
    <>
      {groups.map((verdict) => {
        const members = match.matches.filter((m) => m.verdict === verdict);
        if (members.length === 0 && verdict !== 'pass') return null;
        return (
          <Section key={verdict} title={t(`match.group.${verdict}`)} lede={t(`match.group.${verdict}-lede`)}>
            {members.length === 0 ? (
              <EmptyState title={t('match.none.pass')}>{t('match.none.pass-next')}</EmptyState>
            ) : (
              <MatchList members={members} names={names} canChoose={canChoose && verdict !== 'fail'}>
                <WholeList match={match} hidden={match.groups[verdict] - members.length} />
              </MatchList>
            )}
          </Section>
        );
      })}
    </>
  );
}

type MatchListProps = {
  readonly members: readonly MatchRow[];
  readonly names: RuleNames;
  readonly canChoose: boolean;
  /** Stands below the folded ones. */
  readonly children: ReactNode;
};

/** The way to the products that this page leaves out; nothing when it leaves out none. */
function WholeList({ match: { need, shown }, hidden }: { match: MatchData; hidden: number }) {
  const t = useText(matchText);
  if (hidden <= 0) return null;
  return (
    <p className="mt-3">
      <TextLink to={`/my/needs/${need.id}?show=${shown}&all=yes`}>{t('match.whole', hidden)}</TextLink>
    </p>
  );
}

/** The first of a group, the rest folded away. */
function MatchList({ members, names, canChoose, children }: MatchListProps) {
  const t = useText(matchText);
  const cards = (isFolded: boolean) =>
    members
      .filter((member) => member.isFolded === isFolded)
      .map((member) => (
        <li key={member.product.id}>
          {isFolded ? (
            <FoldedCard match={member} names={names} canChoose={canChoose} />
          ) : (
            <MatchCard match={member} names={names} canChoose={canChoose} />
          )}
        </li>
      ));
  const behind = cards(true);
  if (behind.length === 0) return <ul className="stack">{cards(false)}</ul>;
  return (
    <>
      <ul className="stack">{cards(false)}</ul>
      <details>
        <summary className="inline-flex min-h-11 items-center font-medium text-brand-600 underline underline-offset-4">
          {t('match.more', behind.length)}
        </summary>
        <ul className="mt-3">{behind}</ul>
        {children}
      </details>
    </>
  );
}
