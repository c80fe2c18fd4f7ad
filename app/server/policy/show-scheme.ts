import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { runExamples } from '~/domain/policy/run-examples.ts';
import type { Scheme } from '~/domain/policy/scheme.ts';
import { schemesInForce } from '~/domain/policy/scheme.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { asScheme } from '~/server/policy/as-scheme.ts';
import { standingOf } from '~/server/policy/list-schemes.ts';
import {
  findOpenDrafts,
  findSchemeVersions,
  namesOfDivisions,
  namesOfPeople,
} from '~/server/policy/store-drafts.ts';

/** The worked examples of a version with what it computes for each. */
export const exampleRuns = (scheme: Scheme) =>
  runExamples(scheme).map(({ example, actual, lines, passed }) => ({
    zh: example.zh,
    en: example.en,
    of: example.of as string,
    given: example.given as object,
    expected: example.expect as object,
    actual: actual as object | null,
    lines: lines as readonly { readonly code: string }[],
    passed,
  }));

/** Names of every division that a version mentions. */
export const regionNamesOf = (tx: Tx, ...schemes: readonly Scheme[]) =>
  namesOfDivisions(
    tx,
    schemes.flatMap((scheme) => [scheme.jurisdiction, ...(scheme.body.coverage.regions ?? [])]),
  );

/** One scheme: the version asked for (else the one in force, else the last) with its examples, and all its versions. */
export function showScheme(actor: Actor, code: string, version: number | undefined) {
  return withActor(actor, async (tx): Promise<Result<SchemePage, { readonly code: 'policy.not-found' }>> => {
    const rows = await findSchemeVersions(tx, code);
    const schemes = rows.map(asScheme);
    const [inForce] = schemesInForce(schemes, clock.today());
    const shown =
      version === undefined ? (inForce ?? schemes[0]) : schemes.find((s) => s.version === version);
    return shown ? accept(await pageOf(tx, shown, rows)) : refuse({ code: 'policy.not-found' });
  });
}

export type SchemePage = Awaited<ReturnType<typeof pageOf>>;

async function pageOf(tx: Tx, scheme: Scheme, rows: Awaited<ReturnType<typeof findSchemeVersions>>) {
  const today = clock.today();
  const people = await namesOfPeople(
    tx,
    rows.flatMap((row) => [row.draftedBy, row.publishedBy]),
  );
  const [draft] = await findOpenDrafts(tx, scheme.code);
  return {
    scheme: scheme as unknown as Scheme,
    standing: standingOf(scheme, today),
    examples: exampleRuns(scheme),
    regions: await regionNamesOf(tx, scheme),
    draftId: draft?.id ?? null,
    versions: rows.map((row) => ({
      version: row.version,
      validFrom: asScheme(row).validFrom as string,
      validTo: asScheme(row).validTo as string | null,
      publishedAt: row.publishedAt.toISOString(),
      draftedBy: people.get(row.draftedBy ?? '') ?? null,
      publishedBy: people.get(row.publishedBy ?? '') ?? null,
    })),
  };
}
