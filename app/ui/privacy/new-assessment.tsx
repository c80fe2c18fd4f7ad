import { assessmentTriggers } from '~/domain/privacy/assessment.ts';
import { breachLevels } from '~/domain/privacy/breach.ts';
import { privacyDeskText } from '~/text/privacy-desk.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { CheckboxGroups } from '~/ui/parts/checkbox-groups.tsx';
import { RadioCards } from '~/ui/parts/choice-field.tsx';
import { FormActions } from '~/ui/parts/form.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { TextAreaField, TextField } from '~/ui/parts/text-field.tsx';
import { useText } from '~/ui/text.ts';

/** The form of an impact assessment: the contents of 个人信息保护法 56. */
export function NewAssessment() {
  const t = useText(privacyDeskText);
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[{ label: t('desk.privacy.title'), to: '/operator/privacy' }, { label: t('pia.new') }]}
        title={t('pia.new')}
      />
      <Card>
        <CommandForm>
          <TextField name="title" label={t('pia.name')} maxLength={80} required />
          <CheckboxGroups
            name="triggers"
            legend={t('pia.triggers')}
            groups={[
              {
                id: 'all',
                label: t('pia.triggers'),
                items: assessmentTriggers.map((trigger) => ({
                  value: trigger,
                  label: t(`pia.trigger.${trigger}`),
                })),
              },
            ]}
          />
          {(['processing', 'necessity', 'risks', 'measures'] as const).map((part) => (
            <TextAreaField
              key={part}
              name={part}
              label={t(`pia.${part}`)}
              rows={4}
              maxLength={2_000}
              required
            />
          ))}
          <RadioCards
            name="level"
            legend={t('pia.level')}
            columns={3}
            options={breachLevels.map((level) => ({ value: level, label: t(`level.${level}`) }))}
          />
          <FormActions>
            <Button>{t('pia.submit')}</Button>
          </FormActions>
        </CommandForm>
      </Card>
    </div>
  );
}
