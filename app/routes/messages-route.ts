import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { fileMessages } from '~/server/application/file-messages.ts';
import { download } from '~/server/http/download.ts';

type Access = Pick<Parameters<typeof download>[0], 'can' | 'audit'>;

/** The signed messages of an application as a file, for its firm and for its bank. */
export const messagesLoader = (access: Access) =>
  download({
    ...access,
    params: z.object({ id: z.uuid() }),
    file: async ({ actor, params: { id } }) => {
      const made = await fileMessages(actor, id);
      if (!made.ok) return made;
      const body = `${JSON.stringify(made.value, null, 2)}\n`;
      return accept({ name: `messages-${id}.json`, type: 'application/json; charset=utf-8', body });
    },
  });
