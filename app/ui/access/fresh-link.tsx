import { accessText } from '~/text/access.ts';
import { HashChip } from '~/ui/parts/hash-chip.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { useText } from '~/ui/text.ts';

/** An invitation link that was just made: shown this once, to be copied and handed over. */
export function FreshLink({ name, url }: { name: string; url: string }) {
  const t = useText(accessText);
  return (
    <Notice live tone="good" title={t('access.people.link')} next={t('access.people.link-for', name)}>
      <HashChip value={url} label={t('access.people.copy')} keep={0} />
    </Notice>
  );
}
