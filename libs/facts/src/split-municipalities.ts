// Source: DUO, column VAKANTIEREGIO of all primary locations, August 2026: municipalities whose schools lie in two holiday regions.

/** CBS codes (4 digits). Here a municipality says nothing about the holiday region: take the school's own. */
export const splitMunicipalities: readonly { readonly code: string; readonly name: string }[] = [
  { code: '0736', name: 'De Ronde Venen' },
  { code: '1740', name: 'Neder-Betuwe' },
  { code: '1955', name: 'Montferland' },
  { code: '1959', name: 'Altena' },
];
