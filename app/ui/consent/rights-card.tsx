import { grantText } from '~/text/consent-grant.ts';
import { Card } from '~/ui/parts/card.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { useText } from '~/ui/text.ts';

const rights = ['grant.rights-withdraw', 'grant.rights-see', 'grant.rights-object'] as const;
const clauses = [
  'grant.clause-lawful',
  'grant.clause-negative',
  'grant.clause-kept',
  'grant.clause-misuse',
] as const;

/** Rights, and the clauses that must catch the eye (征信业管理条例 19). */
export function RightsCard() {
  const t = useText(grantText);
  return (
    <div className="stack">
      <Card title={t('grant.rights')} tone="well">
        <ul className="list-disc space-y-1 pl-5">
          {rights.map((right) => (
            <li key={right}>{t(right)}</li>
          ))}
        </ul>
      </Card>
      <Notice tone="warn" title={t('grant.clauses')}>
        <ul className="list-disc space-y-1 pl-5 font-medium">
          {clauses.map((clause) => (
            <li key={clause}>{t(clause)}</li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
