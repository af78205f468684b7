import { findPlace } from '#libs/facts';

export const demoRegionId = 'demo-region';

const seats = ['Zwolle', 'Kampen', 'Deventer', 'Raalte', 'Dalfsen', 'Olst', 'Hasselt', 'Staphorst'];

export const demoRegion = {
  id: demoRegionId,
  name: 'Leerregio IJsselbrug',
  municipalityCodes: [...seats, 'Hattem', 'Heerde', 'Wezep'].map((name) => {
    const place = findPlace(name);
    if (!place) throw new Error(`The demo names a place that is not known: ${name}`);
    return place.municipality;
  }),
  settings: {
    regionSharePercent: 50,
    themePriorities: { 'energy-water-safety': 0.8, 'hi-tech-science': 0.6 },
    sectorPriorities: { sbo: 0.6, so: 0.6, vso: 0.6 },
  },
};
