import { type LoanTag, loanTags } from '~/domain/loan/loan-tags.ts';
import { tagText, tagWords } from '~/text/loan-tag.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { TextLink } from '~/ui/parts/button.tsx';
import { useLocale, useText } from '~/ui/text.ts';

const isTag = (tag: string): tag is LoanTag => (loanTags as readonly string[]).includes(tag);

/** How a loan counts in the statistics. */
export function TagBadges({ tags }: { tags: readonly string[] }) {
  const locale = useLocale();
  const known = tags.filter(isTag);
  if (known.length === 0) return <span className="text-ink-soft">—</span>;
  return (
    <span className="flex flex-wrap gap-1">
      {known.map((tag) => (
        <Badge key={tag}>{tagWords[tag][locale]}</Badge>
      ))}
    </span>
  );
}

/** Links that narrow a list of loans to one tag. */
export function TagLinks({
  base,
  current,
}: {
  base: (tag: LoanTag | null) => string;
  current: string | null;
}) {
  const t = useText(tagText);
  const locale = useLocale();
  const choices = [null, ...loanTags];
  return (
    <nav aria-label={t('tag.filter')} className="flex flex-wrap items-baseline gap-x-4 gap-y-2">
      {choices.map((tag) =>
        tag === current ? (
          <strong key={tag ?? 'all'} aria-current="true">
            {tag ? tagWords[tag][locale] : t('tag.all')}
          </strong>
        ) : (
          <TextLink key={tag ?? 'all'} to={base(tag)}>
            {tag ? tagWords[tag][locale] : t('tag.all')}
          </TextLink>
        ),
      )}
    </nav>
  );
}
