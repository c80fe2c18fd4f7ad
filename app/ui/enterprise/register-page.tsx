import { type FormEvent, useEffect, useRef, useState } from 'react';
import { enterpriseText } from '~/text/enterprise.ts';
import { AccountFields } from '~/ui/access/account-fields.tsx';
import { type CodeReading, CodeSection, useCodeReading } from '~/ui/enterprise/code-section.tsx';
import { PersonalNotice } from '~/ui/enterprise/personal-notice.tsx';
import { type IndustryChoice, type RegionChoice, regionValue } from '~/ui/enterprise/place-option.ts';
import { PlaceSection } from '~/ui/enterprise/place-section.tsx';
import type { SizeRules } from '~/ui/enterprise/size-facts.ts';
import { SizeSection } from '~/ui/enterprise/size-section.tsx';
import { textsOf } from '~/ui/enterprise/typed.ts';
import type { FormReply } from '~/ui/form-reply.ts';
import { Button, TextLink } from '~/ui/parts/button.tsx';
import { FieldGroup, FormActions, PostForm } from '~/ui/parts/form.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { TextField } from '~/ui/parts/text-field.tsx';
import { RefusalNotice } from '~/ui/refusal-notice.tsx';
import { useText } from '~/ui/text.ts';

/** What the server made of what was typed so far. */
export type RegistrationReading = {
  readonly code: CodeReading | null;
  readonly industries: readonly IndustryChoice[];
  readonly regions: readonly RegionChoice[];
};

export type RegisterPageProps = {
  readonly rules: SizeRules;
  readonly today: string;
  readonly leastPassword: number;
  readonly reply: FormReply | null;
};

type Values = Readonly<Record<string, string | undefined>>;

/** One page to register: licence, place, size, account. Works without scripts; with them it answers as one types. */
export function RegisterPage({ rules, today, leastPassword, reply }: RegisterPageProps) {
  const t = useText(enterpriseText);
  const sent = (reply?.submission.initialValue ?? {}) as Values;
  const about = (reply?.about ?? { code: null, industries: [], regions: [] }) as RegistrationReading;
  const [typed, setTyped] = useState<Values>(sent);
  const reading = useCodeReading(typed.uscc ?? '', about.code);
  const page = useRef<HTMLDivElement>(null);
  useRegionOfCode(page, reading);
  // What was typed, pasted or filled in by the browser before the scripts came counts too.
  useEffect(() => {
    const form = page.current?.querySelector('form');
    if (form) setTyped(textsOf(form));
  }, []);
  const keep = (event: FormEvent<HTMLFormElement>) => setTyped(textsOf(event.currentTarget));
  // As the server read the code: a default that changed while somebody types would be written into the field.
  const region = about.code?.region ? regionValue(about.code.region) : undefined;
  return (
    <div ref={page} className="mx-auto max-w-3xl">
      <PageHeader title={t('enterprise.register.title')} lede={t('enterprise.register.lede')} />
      <RefusalNotice reply={reply} />
      <PostForm
        searchable
        errors={reply?.submission.error}
        values={reply ? { ...sent, region: sent.region ?? region } : null}
        onInput={keep}
        className="stack-lg mt-4"
      >
        <CodeSection
          reading={reading}
          today={today}
          notice={reading?.kind === 'sole-trader' ? <PersonalNotice /> : null}
        />
        <PlaceSection
          legend={t('enterprise.step.place')}
          regions={about.regions}
          industries={about.industries}
          searched={sent.searchIntent}
          region={region}
        />
        <SizeSection
          legend={t('enterprise.step.size')}
          rules={rules}
          kind={reading?.kind ?? 'company'}
          typed={typed}
          lastYear={Number(today.slice(0, 4)) - 1}
        />
        <OwnerSection leastPassword={leastPassword} again={reply !== null} />
        <FormActions>
          <Button type="submit" size="lg">
            {t('enterprise.register.submit')}
          </Button>
        </FormActions>
      </PostForm>
      <p className="mt-6 text-ink-soft">
        {t('enterprise.register.have-account')}{' '}
        <TextLink to="/login">{t('enterprise.register.sign-in')}</TextLink>
      </p>
    </div>
  );
}

/** Puts the region that the code names into the field as long as nothing was typed there and nobody is about to. */
function useRegionOfCode(page: { readonly current: HTMLElement | null }, reading: CodeReading | null): void {
  useEffect(() => {
    const field = page.current?.querySelector<HTMLInputElement>('input[name=region]');
    if (!reading?.region || !field || field === document.activeElement) return;
    if (field.value === '') field.value = regionValue(reading.region);
  }, [page, reading]);
}

function OwnerSection({ leastPassword, again }: { leastPassword: number; again: boolean }) {
  const t = useText(enterpriseText);
  return (
    <FieldGroup legend={t('enterprise.step.account')} hint={t('enterprise.step.account-hint')}>
      <TextField name="ownerName" label={t('enterprise.owner-name')} autoComplete="name" required />
      <AccountFields leastPassword={leastPassword} />
      {again ? (
        <noscript>
          <p className="text-sm">{t('enterprise.retype-password')}</p>
        </noscript>
      ) : null}
    </FieldGroup>
  );
}
