import { Bell, Menu } from 'lucide-react';
import type { ReactNode } from 'react';
import { partsText } from '~/text/parts.ts';
import { useText } from '~/ui/text.ts';
import { Disclosure } from './disclosure.tsx';
import { Flash, type FlashMessage } from './flash.tsx';
import { inner } from './inner-links.ts';
import { LocaleSwitch } from './locale-switch.tsx';
import { Logo } from './logo.tsx';
import { type NavGroup, type NavItem, SideNav } from './side-nav.tsx';
import { AccountCard, AccountLinks, type ShellUser, UserMenu } from './user-menu.tsx';

export type { NavGroup, NavItem };

export type Area = 'enterprise' | 'bank' | 'operator' | 'provider' | 'regulator';

export type AppShellProps = {
  area: Area;
  home?: string | undefined;
  user: ShellUser;
  nav: readonly NavGroup[];
  /** Unread messages; without `unreadTo` the bell is left out. */
  unread?: number | undefined;
  unreadTo?: string | undefined;
  accountLinks?: readonly { to: string; label: string }[] | undefined;
  localeAction?: string | undefined;
  signOutAction?: string | undefined;
  flash?: FlashMessage | null | undefined;
  children: ReactNode;
};

/** The frame of every signed-in page: owners get a calm page, officers a dense one. */
export function AppShell(props: AppShellProps) {
  const calm = props.area === 'enterprise';
  return (
    <div data-density={calm ? 'calm' : 'dense'} className="flex min-h-screen flex-col [--top:3.5rem]">
      <SkipLink />
      <TopBar {...props} />
      <div className="mx-auto flex w-full max-w-[96rem] flex-1">
        <div className="no-print sticky top-14 hidden h-[calc(100vh-3.5rem)] w-60 shrink-0 overflow-y-auto border-r border-line py-6 pr-3 pl-4 lg:block">
          <SideNav groups={props.nav} />
        </div>
        <main
          id="main"
          tabIndex={-1}
          className="min-w-0 flex-1 px-4 py-6 focus:outline-none sm:px-6 lg:px-10 lg:py-8"
        >
          <div className={calm ? 'mx-auto max-w-6xl' : ''}>
            <Flash flash={props.flash} />
            {props.children}
          </div>
        </main>
      </div>
    </div>
  );
}

/** The first stop of the Tab key: past the navigation, into the page. */
export function SkipLink() {
  const t = useText(partsText);
  return (
    <a
      href="#main"
      className="sr-only rounded-control bg-sheet font-medium text-brand-700 focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-50 focus:px-4 focus:py-2"
    >
      {t('parts.skip')}
    </a>
  );
}

function TopBar(props: AppShellProps) {
  const t = useText(partsText);
  const { area, home = '/', unread = 0, unreadTo } = props;
  return (
    <header className="sticky top-0 z-20 bg-brand-900 text-white print:static print:bg-transparent print:text-ink">
      <div className="mx-auto flex h-14 max-w-[96rem] items-center gap-2 px-4">
        <a {...inner} href={home} className="rounded-control focus-visible:outline-white">
          <Logo onDark />
        </a>
        <span className="ml-1 hidden border-l border-brand-500 pl-3 text-sm text-brand-200 sm:inline print:text-ink-soft">
          {t(`parts.area-${area}`)}
        </span>
        <div className="ml-auto flex items-center gap-1">
          {unreadTo ? (
            <a
              {...inner}
              href={unreadTo}
              className="no-print relative flex size-10 items-center justify-center rounded-control text-brand-100 hover:bg-brand-700 hover:text-white focus-visible:outline-white"
            >
              <Bell aria-hidden className="size-5" strokeWidth={1.75} />
              <span className="sr-only">{t('parts.unread', unread)}</span>
              {unread > 0 ? (
                <span
                  aria-hidden
                  className="num absolute top-0.5 right-0 min-w-4.5 rounded-full bg-seal-600 px-1 text-center text-[0.6875rem] font-semibold leading-4.5"
                >
                  {unread > 99 ? '99+' : unread}
                </span>
              ) : null}
            </a>
          ) : null}
          <LocaleSwitch action={props.localeAction} onDark className="max-lg:hidden" />
          <div className="max-lg:hidden">
            <UserMenu user={props.user} signOutAction={props.signOutAction} links={props.accountLinks} />
          </div>
          <PocketMenu {...props} />
        </div>
      </div>
    </header>
  );
}

/** Navigation and account behind one button, below the width of the side column. */
function PocketMenu(props: AppShellProps) {
  const t = useText(partsText);
  return (
    <Disclosure
      className="no-print lg:hidden"
      summaryClassName="flex min-h-10 list-none items-center gap-2 rounded-control border border-brand-500 px-3 text-sm hover:bg-brand-700 focus-visible:outline-white"
      summary={
        <>
          <Menu aria-hidden className="size-5" />
          {t('parts.menu')}
        </>
      }
    >
      <div className="absolute inset-x-0 top-14 max-h-[calc(100vh-3.5rem)] overflow-y-auto border-b border-line bg-paper px-2 py-4 text-ink shadow-float">
        <SideNav groups={props.nav} />
        <div className="mt-4 border-t border-line pt-3">
          <AccountCard user={props.user} />
          <AccountLinks signOutAction={props.signOutAction} links={props.accountLinks} />
          <LocaleSwitch action={props.localeAction} className="px-0.5 pt-1" />
        </div>
      </div>
    </Disclosure>
  );
}
