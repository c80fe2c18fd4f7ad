/** Red, orange and yellow as the badges of alerts are. */
export const severityInks = [
  { fill: 'fill-bad', text: 'fill-white' },
  { fill: 'fill-alert', text: 'fill-white' },
  { fill: 'fill-warn-line', text: 'fill-ink' },
] as const;
