import type { OpenedCard } from '~/domain/score/card-file.ts';
import { type StatisticalCard, statisticalCardHash } from '~/domain/score/statistical/card.ts';
import { cardText as cardFile, sealCard } from '~/domain/score/statistical/sealed.ts';
import { sealIfKey, signerOf, writeWhole } from '~/server/score/card-file.ts';
import { cardText } from '~/text/card.ts';
import { type Locale, translate } from '~/text/define.ts';

/** Writes a card that was just trained, signed where the platform's key is at hand. */
export function writeCard(file: string, card: StatisticalCard): { file: string; keyId: string | null } {
  const seal = sealIfKey(statisticalCardHash(card));
  writeWhole(file, cardFile(sealCard(card, seal)));
  return { file, keyId: seal?.keyId ?? null };
}

/** Whether a card that was just written is signed, and with which key. */
export const sealLine = (keyId: string | null, locale: Locale): string => {
  const t = translate(cardText, locale);
  return keyId === null ? t('card.unsigned-written') : t('card.signed-written', keyId);
};

/** Whether the signature of a card that was opened holds, and whose it is. One that does not hold was refused before. */
export function signerLine(opened: OpenedCard, locale: Locale): string {
  const t = translate(cardText, locale);
  return t(`card.signer.${signerOf(opened)}`, opened.keyId ?? '', opened.golden);
}
