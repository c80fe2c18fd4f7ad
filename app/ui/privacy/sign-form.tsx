import { grantText } from '~/text/consent-grant.ts';
import { privacyText } from '~/text/privacy.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { StickySign } from '~/ui/consent/sticky-sign.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { CheckboxGroups } from '~/ui/parts/checkbox-groups.tsx';
import { CheckboxField, RadioCards } from '~/ui/parts/choice-field.tsx';
import { FieldGroup } from '~/ui/parts/form.tsx';
import { TextField } from '~/ui/parts/text-field.tsx';
import { useNamed, useText } from '~/ui/text.ts';
import type { PersonDoorProps } from './person-door.tsx';

/** The person ticks, identifies themselves and signs. Nothing is ticked beforehand. */
export function SignForm({ door }: { door: PersonDoorProps }) {
  const t = useText(privacyText);
  const grant = useText(grantText);
  const name = useNamed();
  const classes = [...new Map(door.items.map((item) => [item.classCode, item.className])).entries()];
  return (
    <CommandForm intent="sign" className="stack-lg">
      <Card>
        <CheckboxGroups
          name="items"
          legend={t('privacy.door.items')}
          hint={t('privacy.door.items-hint')}
          defaultValue={door.consent?.items ?? []}
          groups={classes.map(([code, className]) => ({
            id: code,
            label: name(className),
            items: door.items
              .filter((item) => item.classCode === code)
              .map((item) => ({
                value: item.code,
                label: name(item),
                hint: grant('grant.from-provider', name(item.provider)),
              })),
          }))}
        />
      </Card>
      <Card>
        <RadioCards
          name="validMonths"
          legend={t('privacy.door.months')}
          columns={3}
          defaultValue="6"
          options={[3, 6, 12].map((n) => ({ value: String(n), label: t('privacy.door.month-count', n) }))}
        />
      </Card>
      <Card>
        <FieldGroup legend={t('privacy.door.identity')} hint={t('privacy.door.identity-hint')}>
          <TextField
            name="name"
            label={t('privacy.door.name')}
            defaultValue={door.name ?? ''}
            autoComplete="name"
            maxLength={40}
            required
          />
          <TextField
            name="idNumber"
            label={t('privacy.door.id-number')}
            code
            autoComplete="off"
            maxLength={24}
            required
          />
        </FieldGroup>
      </Card>
      <CheckboxField
        name="agree"
        required
        label={<strong>{t('privacy.door.agree', name(door.bank))}</strong>}
      />
      <StickySign summary={t('privacy.door.sticky', name(door.bank))}>
        <Button size="lg">{t(door.consent ? 'privacy.door.sign-again' : 'privacy.door.sign')}</Button>
      </StickySign>
    </CommandForm>
  );
}
