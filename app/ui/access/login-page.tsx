import { Form } from '@remix-run/react';
import type { House, Role } from '~/domain/institution/role.ts';
import { accessText } from '~/text/access.ts';
import { shellText } from '~/text/shell.ts';
import type { FormReply } from '~/ui/form-reply.ts';
import { Button, TextLink } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { FormActions, PostForm } from '~/ui/parts/form.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { TextField } from '~/ui/parts/text-field.tsx';
import { RefusalNotice } from '~/ui/refusal-notice.tsx';
import { useText } from '~/ui/text.ts';

type DemoAccount = {
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly house: House;
  readonly organisation: string;
};
type Demo = { readonly accounts: readonly DemoAccount[]; readonly password: string };

export type LoginPageProps = {
  readonly next: string | null;
  readonly limit: { readonly tries: number; readonly minutes: number };
  /** Only in the demo province, and only where nobody beyond this machine can reach the server. */
  readonly demo: Demo | null;
  readonly reply: FormReply | null;
};

/** The one door for everybody; in the demo province with the people to choose from. */
export function LoginPage({ next, limit, demo, reply }: LoginPageProps) {
  const t = useText(accessText);
  return (
    <div className="mx-auto max-w-5xl">
      <PageHeader title={t('access.login.title')} lede={t('access.login.lede')} />
      <div
        className={demo ? 'grid items-start gap-8 lg:grid-cols-[minmax(0,24rem)_minmax(0,1fr)]' : 'max-w-md'}
      >
        <Card>
          <RefusalNotice reply={reply} />
          <PostForm id="sign-in" result={reply?.submission} className="stack mt-2">
            {next ? <input type="hidden" name="next" value={next} /> : null}
            <TextField name="login" label={t('access.login.name')} autoComplete="username" required />
            <TextField
              name="password"
              type="password"
              label={t('access.login.password')}
              hint={t('access.login.limit', limit.tries, limit.minutes)}
              autoComplete="current-password"
              required
            />
            <FormActions>
              <Button type="submit">{t('access.login.submit')}</Button>
            </FormActions>
          </PostForm>
          <p className="mt-5 text-sm text-ink-soft">
            {t('access.login.new')} <TextLink to="/register">{t('access.login.register')}</TextLink>
          </p>
        </Card>
        {demo ? <DemoAccounts demo={demo} next={next} /> : null}
      </div>
    </div>
  );
}

const houses = ['enterprise', 'institution', 'guarantor', 'operator', 'provider', 'regulator'] as const;

function DemoAccounts({ demo, next }: { demo: Demo; next: string | null }) {
  const t = useText(accessText);
  return (
    <section aria-labelledby="demo-title" className="stack">
      <div>
        <h2 id="demo-title" className="font-display text-xl font-bold">
          {t('access.demo.title')}
        </h2>
        <p className="measure mt-1 text-sm text-ink-soft">{t('access.demo.lede', demo.password)}</p>
      </div>
      {houses.map((house) => {
        const people = demo.accounts.filter((account) => account.house === house);
        if (people.length === 0) return null;
        return (
          <div key={house}>
            <h3 className="mb-2 text-sm font-semibold text-ink-soft">{t(`access.house.${house}`)}</h3>
            <ul className="grid gap-2 sm:grid-cols-2">
              {people.map((account) => (
                <li key={account.login}>
                  <DemoDoor account={account} password={demo.password} next={next} />
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}

/** One demo person: a form with name and password filled in, through the same door as everybody. */
function DemoDoor({
  account,
  password,
  next,
}: {
  account: DemoAccount;
  password: string;
  next: string | null;
}) {
  const role = useText(shellText)(`role.${account.role}`);
  return (
    <Form method="post">
      <input type="hidden" name="login" value={account.login} />
      <input type="hidden" name="password" value={password} />
      {next ? <input type="hidden" name="next" value={next} /> : null}
      <button
        type="submit"
        className="flex w-full flex-col rounded-control border border-edge bg-sheet px-4 py-2.5 text-left transition-colors hover:border-brand-700 hover:bg-brand-50"
      >
        <span className="font-medium">
          {account.name} <span className="font-normal text-ink-soft">{role}</span>
        </span>
        <span className="text-sm text-ink-soft">
          {account.organisation} <span className="num whitespace-nowrap text-ink-faint">{account.login}</span>
        </span>
      </button>
    </Form>
  );
}
