import { committeeOf, type Measure } from '~/domain/monitoring/committee.ts';
import type { CommitteeRow, StepRow } from '~/server/monitoring/store-committee.ts';

const shared = new Set(['asked', 'joined', 'proposed', 'adopted', 'rejected', 'closed']);

type Named = { readonly zh: string; readonly en: string };

function namesOf(steps: readonly StepRow[]): Map<string, Named> {
  return new Map(
    steps.flatMap(({ institutionId, bankZh, bankEn }) =>
      institutionId && bankZh && bankEn ? [[institutionId, { zh: bankZh, en: bankEn }] as const] : [],
    ),
  );
}

const measureOf = (measure: Measure, names: ReadonlyMap<string, Named>, bank: string | null) => ({
  id: measure.id,
  kind: measure.kind,
  by: names.get(measure.by) ?? null,
  untilDay: measure.untilDay,
  text: measure.text,
  state: measure.state,
  votes: measure.votes.size,
  inFavour: [...measure.votes.values()].filter(Boolean).length,
  own: bank === null ? null : (measure.votes.get(bank) ?? null),
});

const minute = ({ kind, at, text, bankZh, bankEn, measure }: StepRow) => ({
  ...{ kind, at, text, measure },
  bank: bankZh && bankEn ? { zh: bankZh, en: bankEn } : null,
});

/**
 * A committee as one bank may know it. Invited, it learns that there is one and why; who joined and what was agreed is told to those
 * who joined, and never who declined or has not answered: that these lend to the firm is theirs to tell.
 */
export function asMember(row: CommitteeRow, steps: readonly StepRow[], bank: string) {
  const committee = committeeOf(steps);
  const own = committee.members.get(bank) ?? 'invited';
  const names = namesOf(steps);
  const sits = own === 'joined';
  return {
    ...{ id: row.id, firm: row.firm, state: committee.state, own },
    reason: steps.find(({ kind }) => kind === 'asked')?.text ?? '',
    members: sits
      ? [...committee.members].flatMap(([id, state]) => {
          const name = names.get(id);
          return state === 'joined' && name ? [{ ...name, isOwn: id === bank }] : [];
        })
      : [],
    measures: sits ? committee.measures.map((each) => measureOf(each, names, bank)) : [],
    minutes: sits ? steps.filter(({ kind }) => shared.has(kind)).map(minute) : [],
  };
}

export type MemberView = ReturnType<typeof asMember>;

/** As the risk desk sees it: everybody who was invited, with their answers. */
export function asDesk(row: CommitteeRow, steps: readonly StepRow[]) {
  const committee = committeeOf(steps);
  const names = namesOf(steps);
  return {
    ...{ id: row.id, state: committee.state },
    reason: steps.find(({ kind }) => kind === 'asked')?.text ?? '',
    members: [...committee.members].flatMap(([id, state]) => {
      const name = names.get(id);
      return name ? [{ ...name, state }] : [];
    }),
    measures: committee.measures.map((each) => measureOf(each, names, null)),
    minutes: steps.filter(({ kind }) => !kind.startsWith('voted')).map(minute),
  };
}

export type DeskView = ReturnType<typeof asDesk>;

/** As the firm sees it: why, where it stands, and what was agreed; not who voted how. */
export function asBorrower(row: CommitteeRow, steps: readonly StepRow[]) {
  const committee = committeeOf(steps);
  const adopted = committee.measures.filter(({ state }) => state === 'adopted');
  return {
    ...{ id: row.id, state: committee.state },
    reason: steps.find(({ kind }) => kind === 'asked')?.text ?? '',
    closing: steps.find(({ kind }) => kind === 'closed')?.text ?? null,
    adopted: adopted.map(({ id, kind, untilDay, text }) => ({ id, kind, untilDay, text })),
  };
}

export type BorrowerView = ReturnType<typeof asBorrower>;
