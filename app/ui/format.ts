// Sentences quote figures too, so the writing of figures lives in text; pages take it from here.
export {
  fenToInput,
  type MoneyStyle,
  showBytes,
  showCompact,
  showCount,
  showDay,
  showDuration,
  showFen,
  showInstant,
  showPoints,
  showPpm,
  showRelativeDay,
} from '~/text/format.ts';
