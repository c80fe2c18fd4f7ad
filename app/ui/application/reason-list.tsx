import type { DeclineReason, Remedy } from '~/domain/application/decline-reason.ts';
import { applicationText } from '~/text/application.ts';
import { declineReasonWords } from '~/text/decline-reason.ts';
import { TextLink } from '~/ui/parts/button.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import type { ReasonShown } from './application-shown.ts';

const places = (needId: string): Record<Remedy, string> => ({
  data: '/my/data',
  score: '/my/score',
  need: '/my/needs/new',
  documents: `/my/needs/${needId}`,
  profile: '/my/profile',
  products: `/my/needs/${needId}`,
});

/** The bank's reasons, each with what the firm can do and the place to do it. */
export function ReasonList({ reasons, needId }: { reasons: readonly ReasonShown[]; needId: string }) {
  const t = useText(applicationText);
  const locale = useLocale();
  return (
    <ol className="stack">
      {reasons.map(({ code, remedy }) => (
        <li key={code} className="border-b border-line pb-3 last:border-b-0 last:pb-0">
          <p className="font-semibold">{declineReasonWords[code][locale].reason}</p>
          <p className="text-ink-soft">{declineReasonWords[code][locale].act}</p>
          <TextLink to={places(needId)[remedy]}>{t(`remedy.${remedy}`)}</TextLink>
        </li>
      ))}
    </ol>
  );
}

/** The reasons alone, as the bank's second person reads them. */
export function ReasonNames({ reasons }: { reasons: readonly DeclineReason[] }) {
  const locale = useLocale();
  return (
    <ul className="list-disc pl-5">
      {reasons.map((code) => (
        <li key={code}>{declineReasonWords[code][locale].reason}</li>
      ))}
    </ul>
  );
}
