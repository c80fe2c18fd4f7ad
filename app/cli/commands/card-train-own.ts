import { system } from '~/server/access/actor.ts';
import { orderTraining } from '~/server/modelling/order-training.ts';
import { type OwnTrained, trainOwn } from '~/server/modelling/train-own.ts';
import { cardText } from '~/text/card.ts';
import { translate } from '~/text/define.ts';
import { showCount } from '~/text/format.ts';
import type { CliAnswer } from '../command.ts';
import { type CardContext, needed, refusedCard } from './card.ts';
import { sealLine, writeCard } from './card-seal.ts';

const actor = system('cli.card-train-own');

/** `card train-own`: a card from the platform's own loans, into the inventory as a candidate. */
export async function trainOnLoans(context: CardContext): Promise<CliAnswer> {
  const { options, locale } = context;
  const version = needed(context, 'version');
  const t = translate(cardText, locale);
  const begun = performance.now();
  const purpose = options.purpose ?? t('card.own-purpose');
  const order = await orderTraining(actor, { version, purpose, monotone: options.monotone });
  if (!order.ok) return refusedCard(order.refusal, locale);
  const done = await trainOwn(actor, order.value);
  if (!done) throw new Error(`the training ${order.value} was answered by somebody else`);
  const seconds = Math.round(performance.now() - begun) / 1000;
  const { counts, trained } = done;
  if (!trained.ok) {
    const refused = refusedCard(trained.refusal, locale);
    return {
      ...refused,
      json: { ...refused.json, counts },
      lines: [...countLines(context, counts), ...refused.lines],
    };
  }
  const { card, train, test } = trained.value;
  const written = options.out ? writeCard(options.out, card) : null;
  const share = (value: number) => value.toFixed(4);
  return {
    ok: true,
    json: { version, counts, train, test, seconds, ...(written && { signedBy: written.keyId }) },
    lines: [
      ...countLines(context, counts),
      t('card.trained', showCount(train.n, locale), share(train.auc), share(train.ks)),
      ...(test ? [t('card.tested', showCount(test.n, locale), share(test.auc), share(test.ks))] : []),
      t('card.entered', version),
      ...(written ? [t('card.written', written.file), sealLine(written.keyId, locale)] : []),
    ],
  };
}

const shown = ['loans', 'good', 'bad', 'indeterminate', 'young', 'renewals', 'unseen'] as const;

function countLines({ locale }: CardContext, counts: OwnTrained['counts']): string[] {
  const t = translate(cardText, locale);
  return shown.map((name) => `${t(`card.own.${name}`)} ${showCount(counts[name], locale)}`);
}
