import { postingText } from '~/text/need-posting.ts';
import { collateralWords, firmKindWords, purposeWords, sizeWords } from '~/text/product-words.ts';
import type { ProfileShown } from '~/ui/application/posting-shown.ts';
import { GradeBadge } from '~/ui/parts/badge.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { Money } from '~/ui/parts/figures.tsx';
import { type CodeNames, useRuleNames } from '~/ui/product/rule-names.ts';
import { useLocale, useText } from '~/ui/text.ts';

type PostedProfileProps = { readonly profile: ProfileShown; readonly names: CodeNames };

/** The need and the firm in broad strokes, as banks read them. */
export function PostedProfile({ profile, names }: PostedProfileProps) {
  const t = useText(postingText);
  const locale = useLocale();
  const { place, industry } = usePlaces(names);
  const hidden = t('profile.hidden');
  const { collateral } = profile;
  const pledges = collateral.map((c) => collateralWords[c][locale]).join(locale === 'en' ? ', ' : '、');
  return (
    <DefinitionList
      layout="grid"
      items={[
        { term: t('profile.amount'), value: <Money fen={profile.amountFen} style="short" /> },
        { term: t('profile.term'), value: t('posting.months', profile.termMonths) },
        { term: t('profile.purpose'), value: purposeWords[profile.purpose][locale] },
        { term: t('profile.collateral'), value: pledges || t('profile.none') },
        { term: t('profile.kind'), value: firmKindWords[profile.kind][locale] },
        { term: t('profile.size'), value: profile.size ? sizeWords[profile.size][locale] : hidden },
        { term: t('profile.region'), value: place(profile) ?? hidden },
        { term: t('profile.industry'), value: industry(profile) ?? hidden },
        {
          term: t('profile.years'),
          value: profile.years === null ? hidden : t('profile.years-at-least', profile.years),
        },
        { term: t('profile.grade'), value: profile.grade ? <GradeBadge grade={profile.grade} /> : hidden },
      ]}
    />
  );
}

/** Names of the region and the industry of a profile; null where they are not told. */
export function usePlaces(names: CodeNames) {
  const { region, industry } = useRuleNames(names);
  return {
    place: (profile: ProfileShown) => (profile.region ? (region[profile.region] ?? profile.region) : null),
    industry: (profile: ProfileShown) =>
      profile.industry ? (industry[profile.industry] ?? profile.industry) : null,
  };
}
