import { accept, refuse } from '~/domain/kernel/result.ts';
import type { InstitutionPerson } from '~/server/access/actor.ts';
import { publicQuery } from '~/server/modelling/forms.ts';
import { listPublic } from '~/server/modelling/list-public.ts';

const pageSize = 1_000;

/** A page of the public records of a region and an industry for a bank's own system, by credit code; each page is logged. */
export async function listPublicByMachine(actor: InstitutionPerson, asked: URLSearchParams) {
  const read = publicQuery.safeParse({
    region: asked.get('region') ?? undefined,
    section: asked.get('section') ?? undefined,
  });
  if (!read.success) return refuse({ code: 'modelling.region-unknown', status: 400 });
  const after = /^[0-9A-Z]{18}$/.exec(asked.get('after') ?? '')?.[0] ?? null;
  const { region: regionCode, section } = read.data;
  const listed = await listPublic(actor, { regionCode, section }, { after, size: pageSize + 1 });
  if (!listed.ok) return listed;
  const { items, rows } = listed.value;
  const firms = rows.slice(0, pageSize);
  return accept({
    items: items.map(({ code, zh, en }) => ({ code, zh, en })),
    firms: firms.map((firm) => ({ ...firm, counts: { ...firm.counts } })),
    next: rows.length > pageSize ? (firms.at(-1)?.uscc ?? null) : null,
  });
}
