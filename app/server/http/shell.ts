import { type AppLoadContext, json } from '@remix-run/node';
import { type House, houseOf, type Role } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { flash } from '~/server/http/flash.ts';
import { readLocale } from '~/server/http/locale.ts';
import { readSession, type Signed } from '~/server/http/session.ts';
import type { Locale } from '~/text/define.ts';
import { flashes } from '~/text/flash.ts';

export type ShellUser = {
  readonly name: string;
  readonly organisation: string | null;
  readonly role: Role;
  readonly house: House;
};

/** What every page's frame shows: who is signed in, the language, the waiting message, unread notifications. */
export type ShellData = {
  readonly locale: Locale;
  readonly user: ShellUser | null;
  readonly unread: number;
  readonly flash: {
    readonly tone: 'success' | 'info' | 'warning';
    /** Worded in the reader's language. */
    readonly message: string;
  } | null;
  readonly requestId: string;
};

/** The root's loader. It never refuses: the frame is there even on error pages. */
export async function readShell(request: Request, context: AppLoadContext) {
  const signed = await readSession(request, context);
  const waiting = await flash.read(request);
  const frame = signed ? await readFrame(signed) : { organisation: null, unread: 0 };
  const locale = await readLocale(request);
  const data: ShellData = {
    locale,
    user: signed && {
      name: signed.actor.name,
      organisation: frame.organisation,
      role: signed.actor.role,
      house: houseOf[signed.actor.role],
    },
    unread: frame.unread,
    flash: waiting.message && sayFlash(waiting.message, locale),
    requestId: String(context.requestId ?? ''),
  };
  return json(data, waiting.clear ? { headers: { 'set-cookie': waiting.clear } } : {});
}

/** A message that has no wording any more, after a change of version, is not shown. */
function sayFlash({ tone, message, args }: Waiting, locale: Locale): ShellData['flash'] {
  const wording = flashes[message]?.[locale];
  if (!wording) return null;
  return { tone, message: typeof wording === 'function' ? wording(...args) : wording };
}

type Waiting = NonNullable<Awaited<ReturnType<typeof flash.read>>['message']>;

async function readFrame({ actor }: Signed): Promise<{ organisation: string | null; unread: number }> {
  return withActor(actor, async (tx) => {
    const [row] = await tx.$queryRaw<{ name: string | null; unread: number }[]>`
      select (select name from enterprise where id = ${actor.enterpriseId}::uuid) as name,
             (select count(*)::int from notification n
              where n.read_at is null and (n.enterprise_id = ${actor.enterpriseId}::uuid
                                           or n.institution_id = ${actor.institutionId}::uuid)
                and (n.user_id is null or n.user_id = ${actor.userId}::uuid)
                and (cardinality(n.roles) = 0 or ${actor.role} = any(n.roles))) as unread`;
    return { organisation: row?.name ?? actor.institutionName, unread: row?.unread ?? 0 };
  });
}
