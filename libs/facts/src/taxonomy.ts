// Source: themes as in themes.ts; digital literacy goals after SLO's core objectives for digital literacy; suitability as the founding documents name it.
import { contextDomains, themesVersion, worlds } from './themes.js';

export interface Label {
  readonly nl: string;
  readonly en: string;
}

export interface Theme {
  readonly id: string;
  /** The root's id; null for a root. */
  readonly parent: string | null;
  readonly label: Label;
}

export interface Goal {
  readonly id: string;
  readonly label: Label;
}

export const suitabilityIds = [
  'wheelchair',
  'newcomers',
  'low-stimulus',
  'english',
  'sbo',
  'so',
  'vso',
  'pro',
] as const;
export type SuitabilityId = (typeof suitabilityIds)[number];

const suitabilityLabels: Readonly<Record<SuitabilityId, Label>> = {
  wheelchair: { nl: 'rolstoel', en: 'wheelchair' },
  newcomers: { nl: 'nieuwkomers', en: 'newcomers' },
  'low-stimulus': { nl: 'weinig prikkels', en: 'low-stimulus' },
  english: { nl: 'in het Engels', en: 'in English' },
  sbo: { nl: 'speciaal basisonderwijs', en: 'special primary education' },
  so: { nl: 'speciaal onderwijs', en: 'special education' },
  vso: { nl: 'voortgezet speciaal onderwijs', en: 'special secondary education' },
  pro: { nl: 'praktijkonderwijs', en: 'practical training' },
};

const digitalGoals: readonly Goal[] = [
  goal('systems', 'Digitale systemen', 'Digital systems'),
  goal('media-information', 'Media en informatie', 'Media and information'),
  goal('safety-privacy', 'Veiligheid en privacy', 'Safety and privacy'),
  goal('data', 'Data', 'Data'),
  goal('ai', 'AI', 'AI'),
  goal('creating', 'Digitaal maken', 'Creating'),
  goal('programming', 'Programmeren', 'Programming'),
  goal('technology-self-other', 'Technologie, jezelf en de ander', 'Technology, yourself and others'),
  goal('technology-society', 'Technologie en samenleving', 'Technology and society'),
];

/** Two levels: the seven worlds and nine context domains as roots, leaves below them. The shape of GET /taxonomy. */
export const taxonomy = {
  version: themesVersion,
  themes: [...worlds, ...contextDomains].flatMap(([[root, nl, en], leaves]): Theme[] => [
    { id: root, parent: null, label: { nl, en } },
    ...leaves.map(([leaf, leafNl, leafEn]) => ({
      id: `${root}/${leaf}`,
      parent: root,
      label: { nl: leafNl, en: leafEn },
    })),
  ]) as readonly Theme[],
  goals: digitalGoals,
  suitability: suitabilityIds.map((id) => ({ id, label: suitabilityLabels[id] })),
} as const;

const byId = new Map(taxonomy.themes.map((theme) => [theme.id, theme]));
const goalIds = new Set(digitalGoals.map(({ id }) => id));

export function isTheme(id: string): boolean {
  return byId.has(id);
}

export function isGoal(id: string): boolean {
  return goalIds.has(id);
}

export function findTheme(id: string): Theme | undefined {
  return byId.get(id);
}

/** The root a theme belongs to (a root is its own); undefined for an unknown theme. */
export function rootOfTheme(id: string): string | undefined {
  const theme = byId.get(id);
  return theme && (theme.parent ?? theme.id);
}

/**
 * Nearness by distance in the tree, in [0, 1] and symmetric: 1 equal, 0.7 a leaf and its own root,
 * 0.5 two leaves of one root, 0 no common root or an unknown theme.
 */
export function themeSimilarity(a: string, b: string): number {
  const [rootA, rootB] = [rootOfTheme(a), rootOfTheme(b)];
  if (rootA === undefined || rootA !== rootB) return 0;
  if (a === b) return 1;
  return a === rootA || b === rootB ? 0.7 : 0.5;
}

function goal(id: string, nl: string, en: string): Goal {
  return { id: `digital-literacy/${id}`, label: { nl, en } };
}
