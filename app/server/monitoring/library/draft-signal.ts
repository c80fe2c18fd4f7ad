import type { Day } from '~/domain/kernel/day.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { withEdits } from '~/domain/monitoring/library/editor.ts';
import { signalBody } from '~/domain/monitoring/library/signal-schema.ts';
import type { SignalBody } from '~/domain/monitoring/signal.ts';
import type { Person } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { asSignal, signalKinds } from '~/server/monitoring/library/as-signal.ts';
import type { SignalForm } from '~/server/monitoring/library/forms.ts';
import { itemsOf } from '~/server/monitoring/library/list-signals.ts';
import { findCategories } from '~/server/monitoring/store-library.ts';
import { type DraftRefusal, keepDraft } from '~/server/policy/change-draft.ts';
import { startDraft } from '~/server/policy/start-draft.ts';
import { type DraftContent, type DraftRow, findDraft } from '~/server/policy/store-drafts.ts';

/** A draft of the next version of a signal, beginning with what a published version says, from today on. */
export const startSignalDraft = (actor: Person, code: string, basedOn: number) =>
  startDraft(actor, code, basedOn, { kinds: signalKinds, from: clock.today() });

type ContentRefusal =
  | { readonly code: 'monitoring.starts-in-past'; readonly field: 'validFrom'; readonly today: string }
  | { readonly code: 'monitoring.rule-changed' }
  | {
      readonly code: 'monitoring.category-unknown';
      readonly field: 'body/rule/categories';
      readonly known: readonly string[];
    };

/** Stores what its maker wrote into a draft of a signal: nothing from before today, no category that the catalogue does not have. */
export async function changeSignalDraft(
  actor: Person,
  id: string,
  form: SignalForm,
): Promise<Result<null, DraftRefusal | ContentRefusal>> {
  const known = await withActor(actor, async (tx) => {
    const draft = await findDraft(tx, id, signalKinds);
    return draft ? findCategories(tx, itemsOf(asSignal(draft).body)) : [];
  });
  return keepDraft(actor, id, signalKinds, (draft) => contentOf(draft, form, known, clock.today()));
}

function contentOf(
  draft: DraftRow,
  form: SignalForm,
  known: readonly string[],
  today: Day,
): Result<DraftContent, ContentRefusal> {
  if (form.validFrom < today) return refuse({ code: 'monitoring.starts-in-past', field: 'validFrom', today });
  const signal = asSignal(draft);
  const body = signalBody.safeParse(withEdits(signal.body, form.body));
  if (!body.success || form.kind !== (signal.body.rule?.kind ?? ''))
    return refuse({ code: 'monitoring.rule-changed' });
  const strange = categoriesOf(body.data).filter((category) => !known.includes(category));
  if (strange.length > 0)
    return refuse({ code: 'monitoring.category-unknown', field: 'body/rule/categories', known });
  const { jurisdiction, nameZh, nameEn, validTo } = signal;
  const { legalBasis, legalBasisEn, validFrom, note, unverified, examples } = form;
  return accept({
    ...{
      jurisdiction,
      nameZh,
      nameEn,
      validTo,
      legalBasis,
      legalBasisEn,
      validFrom,
      note,
      unverified,
      examples,
    },
    body: body.data,
  });
}

const categoriesOf = ({ rule }: SignalBody): readonly string[] =>
  rule && 'categories' in rule ? (rule.categories ?? []) : [];
