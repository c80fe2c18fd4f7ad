import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLoaderData,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react';
import type { ReactNode } from 'react';
import { readShell } from '~/server/http/shell.ts';
import { translate } from '~/text/define.ts';
import { partsText } from '~/text/parts.ts';
import { shellText } from '~/text/shell.ts';
import { Frame, RefusedPage, type ShellData } from '~/ui/frame.tsx';
import { useNonce } from '~/ui/nonce.ts';
import { LocaleContext } from '~/ui/text.ts';
import fallbackFonts from './fonts.css?url';
import './tailwind.css';

export const loader = ({ request, context }: LoaderFunctionArgs) => readShell(request, context);

/** The product's name; on a page that was refused or not found, that as well. */
export const meta: MetaFunction<typeof loader> = ({ data, error }) => {
  const product = Object.values(shellText['app.name']).join(' ');
  if (!isRouteErrorResponse(error)) return [{ title: product }];
  const t = translate(partsText, data?.locale ?? 'zh-CN');
  const kind = error.status === 404 ? 'missing' : error.status === 403 ? 'forbidden' : 'fault';
  return [{ title: `${t(`parts.fault-${kind}`)} · ${product}` }];
};

/** What a page says of itself to the document around it. */
export type PageHandle = {
  /** Read as it is, with links and forms alone: no script is sent with it. Its address opened within the app works too. */
  readonly still?: boolean;
};

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const shell = useRouteLoaderData<typeof loader>('root') as ShellData | undefined;
  const isStill = useMatches().some(({ handle }) => (handle as PageHandle | undefined)?.still === true);
  return (
    <html lang={shell?.locale ?? 'zh-CN'}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        <LocaleContext.Provider value={shell?.locale ?? 'zh-CN'}>{children}</LocaleContext.Provider>
        <link rel="stylesheet" href={fallbackFonts} />
        {isStill ? null : (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        )}
      </body>
    </html>
  );
}

export default function App() {
  return (
    <Frame shell={useLoaderData<typeof loader>() as ShellData}>
      <Outlet />
    </Frame>
  );
}

export function ErrorBoundary() {
  const fault = useRouteError();
  const shell = useRouteLoaderData<typeof loader>('root') as ShellData | undefined;
  const answer = isRouteErrorResponse(fault) ? { status: fault.status, data: fault.data as unknown } : null;
  return (
    <Frame shell={shell ?? null}>
      <RefusedPage answer={answer} requestId={shell?.requestId ?? null} />
    </Frame>
  );
}
