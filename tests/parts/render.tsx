import { Fragment } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router-dom/server';
import type { Locale } from '~/text/define.ts';
import { LocaleContext } from '~/ui/text.ts';
import { allExamples, framedExamples } from './all-examples.ts';
import type { Example, Say } from './example.ts';

/** The parts as a browser gets them before any script runs. */
export async function renderExamples(locale: Locale, only?: string): Promise<string> {
  const chosen = allExamples.filter((example) => !only || example.part === only);
  return renderInRouter(<Gallery examples={chosen} locale={locale} />);
}

/** The parts that are whole pages, one by one: name and markup. */
export async function renderPages(locale: Locale): Promise<[string, string][]> {
  const pages: [string, string][] = [];
  for (const { part, name, show } of framedExamples) {
    const page = <LocaleContext.Provider value={locale}>{show(sayIn(locale))}</LocaleContext.Provider>;
    pages.push([`${part}-${name}`.replaceAll(' ', '-'), await renderInRouter(page)]);
  }
  return pages;
}

const sayIn =
  (locale: Locale): Say =>
  (zh, en) =>
    locale === 'en' ? en : zh;

/** Markup of an element inside a data router, which links and forms need. */
export async function renderInRouter(element: JSX.Element): Promise<string> {
  const handler = createStaticHandler([{ path: '*', element }]);
  const context = await handler.query(new Request('http://parts.test/bank/alerts'));
  if (context instanceof Response) throw new Error(`unexpected ${context.status}`);
  const router = createStaticRouter([{ path: '*', element }], context);
  return renderToStaticMarkup(<StaticRouterProvider router={router} context={context} hydrate={false} />);
}

function Gallery({ examples, locale }: { examples: readonly Example[]; locale: Locale }) {
  return (
    <LocaleContext.Provider value={locale}>
      {examples.map(({ part, name, show }) => (
        <Fragment key={part + name}>
          <section
            data-example={`${part}: ${name}`}
            aria-label={`${part}: ${name}`}
            className="border-b border-line px-4 py-6 sm:px-8"
          >
            <p className="mb-3 font-mono text-xs text-ink-faint">{`${part} · ${name}`}</p>
            {show(sayIn(locale))}
          </section>
        </Fragment>
      ))}
    </LocaleContext.Provider>
  );
}
