import { showCount } from '~/ui/format.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { useLocale } from '~/ui/text.ts';

/** How many records wait in quarantine; none is nothing to look at. */
export function Waiting({ count }: { count: number }) {
  const text = showCount(count, useLocale());
  return count > 0 ? <Badge tone="warn">{text}</Badge> : <span className="text-ink-soft">{text}</span>;
}
