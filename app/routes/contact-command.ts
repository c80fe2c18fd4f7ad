import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { command } from '~/server/http/command.ts';
import { noteContact } from '~/server/loan/note-contact.ts';

/** A bank notes that it approached a firm of a list, and returns to the list. */
export const contactCommand = (list: string) =>
  command({
    can: 'loan.cultivate',
    audit: null,
    schema: z.object({
      id: z.uuid(),
      note: z.string('loan.contact-missing').trim().min(1, 'loan.contact-missing').max(400),
    }),
    run: async ({ actor, input }) => {
      const noted = await noteContact(actor, input.id, input.note);
      if (!noted.ok) return noted;
      const flash = { tone: 'success', message: 'loan.cultivation-contacted' } as const;
      return accept({ to: list, flash });
    },
  });
