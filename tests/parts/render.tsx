import { Fragment } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router-dom/server';
import type { Locale } from '~/text/define.ts';
import { LocaleContext } from '~/ui/text.ts';
import { allExamples } from './all-examples.ts';
import type { Example } from './example.ts';

/** The parts as a browser gets them before any script runs. */
export async function renderExamples(locale: Locale, only?: string): Promise<string> {
  const chosen = allExamples.filter((example) => !only || example.part === only);
  return renderInRouter(<Gallery examples={chosen} locale={locale} />);
}

/** Markup of an element inside a data router, which links and forms need. */
export async function renderInRouter(element: JSX.Element): Promise<string> {
  const handler = createStaticHandler([{ path: '*', element }]);
  const context = await handler.query(new Request('http://parts.test/bank/alerts'));
  if (context instanceof Response) throw new Error(`unexpected ${context.status}`);
  const router = createStaticRouter(handler.dataRoutes, context);
  return renderToStaticMarkup(<StaticRouterProvider router={router} context={context} hydrate={false} />);
}

function Gallery({ examples, locale }: { examples: readonly Example[]; locale: Locale }) {
  const say = (zh: string, en: string) => (locale === 'en' ? en : zh);
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
            {show(say)}
          </section>
        </Fragment>
      ))}
    </LocaleContext.Provider>
  );
}
