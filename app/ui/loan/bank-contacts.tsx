import { cultivationText } from '~/text/cultivation.ts';
import { LinkButton } from '~/ui/parts/button.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { useNamed, useText } from '~/ui/text.ts';

export type BankContact = {
  readonly id: string;
  readonly bank: { readonly zh: string; readonly en: string | null };
  readonly userName: string;
  readonly note: string;
  readonly at: string;
};

/** What banks noted that they did for the firm, or that none did yet, with the way to a need. */
export function BankContacts({ contacts, none }: { contacts: readonly BankContact[]; none: string }) {
  const t = useText(cultivationText);
  const name = useNamed();
  return (
    <Section title={t('cultivation.contacts')}>
      {contacts.length === 0 ? (
        <div className="stack-sm">
          <p>{none}</p>
          <p>
            <LinkButton to="/my/needs/new" size="sm">
              {t('cultivation.to-needs')}
            </LinkButton>
          </p>
        </div>
      ) : (
        <ul className="stack-sm">
          {contacts.map((contact) => (
            <li key={contact.id} className="border-l-4 border-line pl-3">
              <p className="font-semibold">{name(contact.bank)}</p>
              <p className="whitespace-pre-line">{contact.note}</p>
              <p className="text-sm text-ink-soft">
                {contact.userName} · <InstantText at={contact.at} />
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
