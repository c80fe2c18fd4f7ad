import { randomUUID } from 'node:crypto';
import type { InstitutionId } from '~/domain/kernel/id.ts';

/** The order to tell the recipient's own systems, where they asked to hear of it, what a firm did with a consent. */
export const hookOrder = (told: {
  readonly institutionId: InstitutionId;
  readonly type: 'consent.withdrawn' | 'consent.paused' | 'consent.resumed' | 'consent.person-withdrawn';
  readonly subjectId: string;
}) => ({ name: 'institution.spread-webhook', payload: { ...told, ref: randomUUID() } }) as const;
