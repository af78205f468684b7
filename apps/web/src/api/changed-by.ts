/** The first words of the query keys that an event makes old. */
const nouns: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^requests\./, ['requests', 'proposals', 'inbox']],
  [/^offers\.hold-/, ['proposals', 'catalogue', 'offers']],
  [/^offers\./, ['offers', 'catalogue', 'proposals']],
  [
    /^matching\.(match-|change-|hours-|contact-)/,
    ['matches', 'requests', 'proposals', 'catalogue', 'offers', 'inbox'],
  ],
  [/^matching\.(request-considered|proposal-rejected)/, ['proposals', 'requests', 'inbox']],
  [/^matching\.round-/, ['rounds', 'proposals']],
  [/^matching\.(partners-called|call-answered|call-failed)/, ['calls', 'requests']],
  [/^directory\.region-/, ['regions']],
  [/^directory\.school-location-/, ['school-locations']],
  [/^directory\.organisation-/, ['organisations']],
  [/^directory\.group-/, ['groups']],
  [/^directory\.(person-|invitation-|school-claimed|claim-)/, ['people', 'invitations', 'claims']],
];

export function changedBy(type: string): readonly string[] {
  return nouns.find(([pattern]) => pattern.test(type))?.[1] ?? [];
}
