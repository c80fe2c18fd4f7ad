import { Form } from '@remix-run/react';
import { ChevronDown, CircleUserRound, LogOut } from 'lucide-react';
import { partsText } from '~/text/parts.ts';
import { useText } from '~/ui/text.ts';
import { Disclosure } from './disclosure.tsx';
import { inner } from './inner-links.ts';

export type ShellUser = { name: string; org?: string | undefined; role: string };

export type UserMenuProps = {
  user: ShellUser;
  signOutAction?: string | undefined;
  links?: readonly { to: string; label: string }[] | undefined;
};

/** Who is signed in, and the way out. */
export function UserMenu({ user, signOutAction, links = [] }: UserMenuProps) {
  const t = useText(partsText);
  return (
    <Disclosure
      className="no-print relative"
      summaryClassName="flex min-h-10 max-w-60 list-none items-center gap-2 rounded-control px-2.5 text-sm text-brand-100 hover:bg-brand-700 hover:text-white focus-visible:outline-white"
      summary={
        <>
          <CircleUserRound aria-hidden className="size-5 shrink-0" strokeWidth={1.75} />
          <span className="sr-only">{t('parts.account')} </span>
          <span className="truncate">{user.name}</span>
          <ChevronDown aria-hidden className="size-4 shrink-0" />
        </>
      }
    >
      <div className="absolute right-0 z-30 mt-2 w-64 rounded-sheet border border-line bg-sheet p-2 text-ink shadow-float">
        <AccountCard user={user} />
        <AccountLinks signOutAction={signOutAction} links={links} />
      </div>
    </Disclosure>
  );
}

export function AccountCard({ user }: { user: ShellUser }) {
  return (
    <div className="border-b border-line px-3 pt-1 pb-2.5">
      <p className="font-semibold">{user.name}</p>
      {user.org ? <p className="text-sm text-ink-soft">{user.org}</p> : null}
      <p className="text-sm text-ink-soft">{user.role}</p>
    </div>
  );
}

const row = 'flex min-h-10 w-full items-center gap-2 rounded-control px-3 text-left hover:bg-well';

export function AccountLinks({ signOutAction = '/logout', links = [] }: Omit<UserMenuProps, 'user'>) {
  const t = useText(partsText);
  return (
    <ul className="mt-1 flex flex-col">
      {links.map((link) => (
        <li key={link.to}>
          <a {...inner} href={link.to} className={row}>
            {link.label}
          </a>
        </li>
      ))}
      <li>
        <Form method="post" action={signOutAction} reloadDocument>
          <button type="submit" className={row}>
            <LogOut aria-hidden className="size-4" />
            {t('parts.sign-out')}
          </button>
        </Form>
      </li>
    </ul>
  );
}
