import { z } from 'zod';
import { isShown } from '~/domain/institution/document-kind.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { accept } from '~/domain/kernel/result.ts';
import { asInstitution, asPerson } from '~/server/access/actor.ts';
import { type DownloadedFile, download } from '~/server/http/download.ts';
import { readEvidence } from '~/server/institution/read-evidence.ts';

const query = z.object({ show: z.literal('1').optional().catch(undefined) });

type Opened = Pick<DownloadedFile, 'name' | 'type' | 'body'>;
const shown = (file: Opened, show: '1' | undefined) =>
  accept({ ...file, inline: show === '1' && isShown(file.type) });

/** A report of any institution, on the platform's desk. */
export const evidenceOfAny = () =>
  download({
    can: 'institution.admit',
    audit: null,
    params: z.object({ id: z.uuid().transform((id) => id as InstitutionId), document: z.uuid() }),
    query,
    file: async ({ actor, params, query: { show } }) => {
      const opened = await readEvidence(asPerson(actor), params);
      return opened.ok ? shown(opened.value, show) : opened;
    },
  });

/** A report of the actor's own institution. */
export const evidenceOfOwn = () =>
  download({
    can: 'institution.read-evidence',
    audit: null,
    params: z.object({ document: z.uuid() }),
    query,
    file: async ({ actor, params: { document }, query: { show } }) => {
      const person = asInstitution(actor);
      const opened = await readEvidence(person, { id: person.institutionId, document });
      return opened.ok ? shown(opened.value, show) : opened;
    },
  });
