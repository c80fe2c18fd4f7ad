import { demoPassword } from '#prisma/seed/accounts.ts';

type Fields = Readonly<Record<string, string | readonly string[] | File>>;

/** A person with a browser's cookies and nothing else: sends forms as the pages do. */
export type Visitor = {
  get(path: string): Promise<Response>;
  /** Sends a form. An answer of the balancer that the process died (502) is sent again, as a person would. */
  post(path: string, fields: Fields): Promise<Response>;
};

/** Somebody who has not signed in. */
export function stranger(origin: string): Visitor {
  let cookie = '';
  const send = async (path: string, init: RequestInit): Promise<Response> => {
    const headers = { cookie, 'sec-fetch-site': 'same-origin' };
    const answer = await fetch(origin + path, { ...init, headers, redirect: 'manual' });
    const set = answer.headers.getSetCookie().find((line) => line.startsWith('xinqiao_session='));
    if (set) cookie = set.split(';')[0] ?? '';
    return answer;
  };
  return {
    get: (path) => send(path, {}),
    async post(path, fields) {
      for (;;) {
        const answer = await send(path, { method: 'POST', body: formOf(fields) });
        if (answer.status !== 502) return answer;
      }
    },
  };
}

/** A demo account that has signed in. */
export async function signedIn(origin: string, login: string): Promise<Visitor> {
  const visitor = stranger(origin);
  const answer = await visitor.post('/login', { login, password: demoPassword });
  if (answer.status !== 302) throw new Error(`${login} could not sign in: ${answer.status}`);
  return visitor;
}

function formOf(fields: Fields): URLSearchParams | FormData {
  const form = Object.values(fields).some((value) => value instanceof File)
    ? new FormData()
    : new URLSearchParams();
  for (const [name, value] of Object.entries(fields))
    for (const each of Array.isArray(value) ? value : [value]) (form as FormData).append(name, each);
  return form;
}
