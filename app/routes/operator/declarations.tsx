import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { doubtDeclaration } from '~/server/declaration/doubt-declaration.ts';
import { doubtForm, judgeForm } from '~/server/declaration/forms.ts';
import { judgeDeclaration } from '~/server/declaration/judge-declaration.ts';
import { listDeclarations } from '~/server/declaration/list-declarations.ts';
import { command, commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { declarationText } from '~/text/declaration.ts';
import { DeclarationDesk } from '~/ui/declaration/declaration-desk.tsx';
import { pageTitle } from '~/ui/page-title.ts';

const can = 'declaration.check';
const page = '/operator/declarations?state=doubted';

export const meta = pageTitle(declarationText, 'desk.declare.title');

export const loader = view({
  can,
  audit: 'declaration.list-opened',
  query: z.object({
    state: z.enum(['in-force', 'doubted', 'ended']).catch('in-force').default('in-force'),
    after: z
      .string()
      .regex(/^[0-9a-f-]{36}\.[0-9a-f-]{36}$/)
      .optional()
      .catch(undefined),
  }),
  load: ({ actor, query }) => listDeclarations(actor, query),
});

export const action = commands({
  doubt: command({
    can,
    audit: null,
    schema: doubtForm,
    run: async ({ actor, input }) => {
      const doubted = await doubtDeclaration(actor, input);
      if (!doubted.ok) return doubted;
      return accept({ to: page, flash: { tone: 'success', message: 'declaration.flash.doubted' } });
    },
  }),
  judge: command({
    can,
    audit: null,
    schema: judgeForm,
    run: async ({ actor, input }) => {
      const judged = await judgeDeclaration(actor, input);
      if (!judged.ok) return judged;
      return accept({ to: page, flash: { tone: 'success', message: `declaration.flash.${input.verdict}` } });
    },
  }),
});

export default function Declarations() {
  return <DeclarationDesk {...useLoaderData<typeof loader>()} />;
}
