import { renderToStaticMarkup } from 'react-dom/server';
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router-dom/server';
import { expect, test } from 'vitest';
import { LocaleContext } from '~/ui/text.ts';
import { CommandForm, formField, useReply } from './command-form.tsx';

const words = '第二人已经决定。';
const rows = ['one', 'two', 'three'];

function Row({ id }: { id: string }) {
  const open = useReply('decide', `decide-${id}`) !== null;
  return (
    <li>
      <CommandForm intent="decide" id={`decide-${id}`}>
        {open ? 'open' : 'shut'}
      </CommandForm>
    </li>
  );
}

const page = (
  <LocaleContext.Provider value="zh-CN">
    {rows.map((id) => (
      <Row key={id} id={id} />
    ))}
  </LocaleContext.Provider>
);

/** The page as it comes back after a form was sent and refused. */
async function answered(typed: object): Promise<string[]> {
  const submission = { status: 'error', initialValue: typed };
  const reply = { submission, refusal: { code: 'test.refused' }, words };
  const routes = [{ path: '*', element: page, action: () => reply }];
  const sent = new Request('http://forms.test/desk', {
    method: 'POST',
    body: new URLSearchParams({ a: 'b' }),
  });
  const context = await createStaticHandler(routes).query(sent);
  if (context instanceof Response) throw new Error(`unexpected ${context.status}`);
  const router = createStaticRouter(routes, context);
  const markup = renderToStaticMarkup(
    <StaticRouterProvider router={router} context={context} hydrate={false} />,
  );
  return markup.split('<li>').slice(1);
}

test('a refusal stands in the form that was sent, and in no other of the same command', async () => {
  for (const [at, id] of rows.entries()) {
    const shown = await answered({ intent: 'decide', [formField]: `decide-${id}` });
    expect(shown.map((row) => row.includes(words))).toEqual(rows.map((_, index) => index === at));
    expect(shown.map((row) => row.includes('open'))).toEqual(rows.map((_, index) => index === at));
  }
  const other = await answered({ intent: 'drop', [formField]: 'decide-one' });
  expect(other.some((row) => row.includes(words))).toBe(false);
});

test('each form sends its own name, and an answer to a form that sent none is shown, never swallowed', async () => {
  const shown = await answered({ intent: 'decide' });
  expect(shown.every((row) => row.includes(words))).toBe(true);
  for (const [at, id] of rows.entries())
    expect(shown[at]).toContain(`name="${formField}" value="decide-${id}"`);
});
