import { consentText } from '~/text/consent.ts';
import { privacyText } from '~/text/privacy.ts';
import { Card } from '~/ui/parts/card.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import { useNamed, useText } from '~/ui/text.ts';
import type { PersonDoorProps } from './person-door.tsx';
import { PersonStateBadge } from './person-words.tsx';

/** The summary that comes first: who, what for, what they get, and that a refusal is free. */
export function DoorFacts({ door }: { door: PersonDoorProps }) {
  const t = useText(privacyText);
  const consent = useText(consentText);
  const name = useNamed();
  const { bank } = door;
  return (
    <Card title={t('privacy.door.facts')} actions={<PersonStateBadge state={door.state} />}>
      <DefinitionList
        items={[
          { term: t('privacy.door.who'), value: <strong>{name(bank)}</strong>, note: bank.contact },
          { term: t('privacy.door.why'), value: consent(`consent.purpose-is.${door.purpose}`) },
          { term: t('privacy.door.what'), value: t('privacy.door.what-text') },
          { term: t('privacy.door.free'), value: t('privacy.door.free-text') },
          ...(door.consent
            ? [
                {
                  term: t('privacy.door.signed-at'),
                  value: <InstantText at={door.consent.grantedAt} />,
                  note: t('privacy.items-count', door.consent.items.length),
                },
                {
                  term: t('privacy.until'),
                  value: <InstantText at={door.consent.revokedAt ?? door.consent.validTo} />,
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}
