import { Link } from '@remix-run/react';
import { Menu } from 'lucide-react';
import type { ReactNode } from 'react';
import { partsText } from '~/text/parts.ts';
import { useText } from '~/ui/text.ts';
import { LinkButton } from './button.tsx';
import { Disclosure } from './disclosure.tsx';
import { Flash, type FlashMessage } from './flash.tsx';
import { LocaleSwitch } from './locale-switch.tsx';
import { Logo } from './logo.tsx';
import { SkipLink } from './shell.tsx';

export type PublicLink = { to: string; label: string };

export type PublicShellProps = {
  home?: string | undefined;
  nav: readonly PublicLink[];
  /** The desk of who is signed in; otherwise the ways in are shown. */
  signedIn?: PublicLink | undefined;
  signInTo?: string | undefined;
  registerTo?: string | undefined;
  localeAction?: string | undefined;
  flash?: FlashMessage | null | undefined;
  footer?: ReactNode;
  /** The page draws its own full-width bands. */
  bleed?: boolean | undefined;
  children: ReactNode;
};

/** The frame of pages that need no sign-in. */
export function PublicShell({ footer, bleed, flash, children, ...head }: PublicShellProps) {
  return (
    <div data-density="calm" className="flex min-h-screen flex-col">
      <SkipLink />
      <PublicHeader {...head} />
      <main id="main" tabIndex={-1} className="min-w-0 flex-1 focus:outline-none">
        {bleed ? (
          <>
            {flash ? (
              <div className="mx-auto max-w-6xl px-4 pt-6 sm:px-6">
                <Flash flash={flash} />
              </div>
            ) : null}
            {children}
          </>
        ) : (
          <div className="mx-auto w-full max-w-6xl px-4 py-8 sm:px-6">
            <Flash flash={flash} />
            {children}
          </div>
        )}
      </main>
      {footer}
    </div>
  );
}

const navLink =
  'inline-flex min-h-10 items-center rounded-control px-3 text-ink-soft hover:bg-well hover:text-ink';

type HeaderProps = Omit<PublicShellProps, 'children' | 'footer' | 'bleed' | 'flash'>;

function PublicHeader({
  home = '/',
  nav,
  signedIn,
  signInTo = '/login',
  registerTo = '/register',
  localeAction,
}: HeaderProps) {
  const t = useText(partsText);
  const entry = signedIn ?? { to: signInTo, label: t('parts.sign-in') };
  const register = signedIn ? undefined : { to: registerTo, label: t('parts.register') };
  return (
    <header className="border-b border-line bg-paper">
      <div className="relative mx-auto flex h-16 max-w-6xl items-center gap-2 px-4 sm:px-6">
        <Link to={home} className="rounded-control">
          <Logo />
        </Link>
        <nav aria-label={t('parts.main-nav')} className="no-print ml-6 max-md:hidden">
          <ul className="flex items-center">
            {nav.map((link) => (
              <li key={link.to}>
                <Link to={link.to} className={navLink}>
                  {link.label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className="ml-auto flex items-center gap-2">
          <LocaleSwitch action={localeAction} className="max-md:hidden" />
          {register ? (
            <LinkButton to={register.to} variant="secondary" size="sm" className="max-sm:hidden">
              {register.label}
            </LinkButton>
          ) : null}
          <LinkButton to={entry.to} size="sm">
            {entry.label}
          </LinkButton>
          <Disclosure
            className="no-print md:hidden"
            summaryClassName="flex size-10 list-none items-center justify-center rounded-control border border-edge hover:bg-well"
            summary={
              <>
                <Menu aria-hidden className="size-5" />
                <span className="sr-only">{t('parts.menu')}</span>
              </>
            }
          >
            <div className="absolute inset-x-0 top-16 z-20 border-b border-line bg-paper p-3 shadow-float">
              <ul>
                {(register ? [...nav, register] : nav).map((link) => (
                  <li key={link.to}>
                    <Link to={link.to} className={`${navLink} w-full`}>
                      {link.label}
                    </Link>
                  </li>
                ))}
              </ul>
              <LocaleSwitch action={localeAction} className="mt-1 px-0.5" />
            </div>
          </Disclosure>
        </div>
      </div>
    </header>
  );
}
