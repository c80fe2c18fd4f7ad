import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { answerDoubt } from '~/server/declaration/answer-doubt.ts';
import { declare } from '~/server/declaration/declare.ts';
import { answerForm, declareForm, withdrawForm } from '~/server/declaration/forms.ts';
import { showDeclarations } from '~/server/declaration/show-declarations.ts';
import { withdrawDeclaration } from '~/server/declaration/withdraw-declaration.ts';
import { command, commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { declarationText } from '~/text/declaration.ts';
import { DeclarationPage } from '~/ui/declaration/declaration-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(declarationText, 'declare.title');

export const loader = view({
  can: 'declaration.read-own',
  audit: null,
  query: z.object({ year: z.coerce.number().int().optional().catch(undefined) }),
  load: ({ actor, query }) => showDeclarations(actor, query.year),
});

const done = (message: 'signed' | 'withdrawn' | 'answered') =>
  ({ to: '/my/declaration', flash: { tone: 'success', message: `declaration.flash.${message}` } }) as const;

export const action = commands({
  declare: command({
    can: 'declaration.sign',
    audit: null,
    schema: declareForm,
    run: async ({ actor, input }) => {
      const signed = await declare(actor, input);
      return signed.ok ? accept(done('signed')) : signed;
    },
  }),
  withdraw: command({
    can: 'declaration.sign',
    audit: null,
    schema: withdrawForm,
    run: async ({ actor, input }) => {
      const withdrawn = await withdrawDeclaration(actor, input.id);
      return withdrawn.ok ? accept(done('withdrawn')) : withdrawn;
    },
  }),
  answer: command({
    can: 'declaration.answer',
    audit: null,
    schema: answerForm,
    run: async ({ actor, input }) => {
      const answered = await answerDoubt(actor, input);
      return answered.ok ? accept(done('answered')) : answered;
    },
  }),
});

export default function Declaration() {
  return <DeclarationPage {...useLoaderData<typeof loader>()} />;
}
