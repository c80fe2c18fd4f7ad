import type { Handler } from '#jobs/handler.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { enterFacts } from '~/server/declaration/enter-facts.ts';

/** Enters the records that a firm's declarations amount to; what is there already stays as it is. */
export const enterDeclared: Handler<'declaration.enter'> = ({ enterpriseId, ref }, run) =>
  enterFacts(run.actor, enterpriseId as EnterpriseId, ref);
