import { enterpriseText } from '~/text/enterprise.ts';
import { Card } from '~/ui/parts/card.tsx';
import { CheckboxField } from '~/ui/parts/choice-field.tsx';
import { useText } from '~/ui/text.ts';

const points = ['who', 'purpose', 'kinds', 'retention', 'rights'] as const;

/** What a sole trader, a natural person, is told before anything is processed (PIPL 17). */
export function PersonalNotice() {
  const t = useText(enterpriseText);
  return (
    <Card title={t('enterprise.notice.title')} level={3} tone="well">
      <p className="measure">{t('enterprise.notice.why')}</p>
      <ul className="measure my-3 list-disc space-y-1.5 pl-5 text-sm">
        {points.map((point) => (
          <li key={point}>{t(`enterprise.notice.${point}`)}</li>
        ))}
      </ul>
      <CheckboxField name="notice" label={t('enterprise.notice.read')} />
    </Card>
  );
}
