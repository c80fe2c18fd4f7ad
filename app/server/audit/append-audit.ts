import { type Canonical, canonicalJson } from '~/domain/kernel/hash.ts';
import type { ConsentId, EnterpriseId } from '~/domain/kernel/id.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Writer } from '~/server/db/client.ts';

export type AuditLine = {
  /** `stage.past-tense`, such as `score.opened`. */
  readonly action: string;
  /** The firm it is about: the line goes into that firm's chain and the firm can read it. */
  readonly enterpriseId?: EnterpriseId | null;
  readonly purpose?: string | null;
  readonly consentId?: ConsentId | null;
  readonly outcome?: 'ok' | 'refused';
  /** Ids and figures only: no personal data, no secrets. */
  readonly detail?: Canonical;
};

/** The chain a line belongs to: one per firm, and the platform's. */
export const auditStream = (enterpriseId?: string | null): string =>
  enterpriseId ? `firm:${enterpriseId}` : 'platform';

/**
 * The order in which a transaction takes the chains of many firms; the platform's comes after them. Two tasks that meet
 * in the same firms then wait for each other, where in other orders each would hold what the other wants.
 */
export const inChainOrder = <Row>(rows: readonly Row[], firmOf: (row: Row) => string): Row[] =>
  rows.toSorted((a, b) => (firmOf(a) < firmOf(b) ? -1 : Number(firmOf(a) > firmOf(b))));

/** Who acted, as the log names them (征信条例 22: name, time, content, purpose). */
function namesOf(actor: Actor) {
  if (actor.kind === 'person')
    return {
      userId: actor.userId,
      userName: actor.name,
      role: actor.role as string,
      institutionId: actor.institutionId,
    };
  const name = actor.kind === 'system' ? actor.task : 'anonymous';
  return { userId: null, userName: name, role: actor.kind as string, institutionId: null };
}

/** A line as the chain keeps it. */
function entryOf(actor: Actor, line: AuditLine, at: Date) {
  const who = namesOf(actor);
  const outcome = line.outcome ?? 'ok';
  const firm = line.enterpriseId ?? null;
  const body = canonicalJson({
    ...who,
    at: at.toISOString(),
    action: line.action,
    enterpriseId: firm,
    purpose: line.purpose ?? null,
    consentId: line.consentId ?? null,
    outcome,
    detail: line.detail ?? null,
  });
  return { who, outcome, firm, body };
}

/** Appends one line to the hash chain, in the caller's transaction. The database computes the link. */
export async function appendAudit(tx: Writer, actor: Actor, line: AuditLine): Promise<void> {
  const at = clock.now();
  const { who, outcome, firm, body } = entryOf(actor, line, at);
  await tx.$executeRaw`
    select audit_append(${auditStream(firm)}, ${body}, ${at}, ${who.userId}::uuid, ${who.userName}, ${who.role},
      ${who.institutionId}::uuid, ${firm}::uuid, ${line.action}, ${line.purpose ?? null}, ${line.consentId ?? null}::uuid, ${outcome})`;
}

/** Appends several lines in their order, in one message; whoever writes of many firms brings them in the order of the chains. */
export async function appendAudits(tx: Writer, actor: Actor, lines: readonly AuditLine[]): Promise<void> {
  const at = clock.now();
  const who = namesOf(actor);
  const rows = lines.map((line) => {
    const { outcome, firm, body } = entryOf(actor, line, at);
    const { action, purpose = null, consentId = null } = line;
    return { stream: auditStream(firm), body, firm, action, purpose, consent: consentId, outcome };
  });
  await tx.$executeRaw`
    select audit_append(o.stream, o.body, ${at}, ${who.userId}::uuid, ${who.userName}, ${who.role}, ${who.institutionId}::uuid,
                        o.firm, o.action, o.purpose, o.consent, o.outcome)
    from (select l.* from rows from (jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
            as (stream text, body text, firm uuid, action text, purpose text, consent uuid, outcome text)) with ordinality
            l (stream, body, firm, action, purpose, consent, outcome, n) order by l.n) o`;
}
