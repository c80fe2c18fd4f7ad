import { mostDocuments } from '~/domain/institution/document-kind.ts';
import type { InstitutionKind } from '~/domain/institution/role-offer.ts';
import { needsAssessment } from '~/domain/institution/standing.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';

export type EvidenceFileRefusal =
  | { readonly code: 'institution.evidence-file-missing'; readonly field: 'files' }
  | { readonly code: 'institution.too-many-files'; readonly field: 'files'; readonly most: number };

/** Files of one assessment: how many it holds already, and how many are added. */
type Files = { readonly held: number; readonly added: number };

/**
 * Whether so many files prove an assessment: it is recorded with its report at hand, of those kinds of institution that need
 * one, and a record is no archive.
 */
export function checkEvidenceFiles(
  kind: InstitutionKind,
  { held, added }: Files,
): Result<null, EvidenceFileRefusal> {
  if (needsAssessment(kind) && held + added === 0)
    return refuse({ code: 'institution.evidence-file-missing', field: 'files' });
  if (held + added > mostDocuments)
    return refuse({ code: 'institution.too-many-files', field: 'files', most: mostDocuments });
  return accept(null);
}
