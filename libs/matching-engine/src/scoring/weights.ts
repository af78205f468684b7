import { scoreParts, type ScorePart, type Weights } from './model.js';

/** What a region starts with, until its steering group decides otherwise. They sum to 1. */
export const defaultWeights: Weights = {
  theme: 0.3,
  distance: 0.18,
  preferred: 0.15,
  time: 0.12,
  equity: 0.08,
  load: 0.07,
  priority: 0.05,
  rating: 0.03,
  repeat: 0.02,
};

/** `part` is the weight that is negative or not a number, or absent when all of them are 0. */
export class WeightsInvalid extends Error {
  readonly code = 'matching-engine.weights-invalid';

  constructor(readonly part?: ScorePart) {
    super(
      part ? `The weight of ${part} must be a number of 0 or more` : 'At least one weight must be above 0',
    );
    this.name = 'WeightsInvalid';
  }
}

/** @throws WeightsInvalid */
export function checkWeights(weights: Weights): void {
  let sum = 0;
  for (const part of scoreParts) {
    const weight = weights[part];
    if (!Number.isFinite(weight) || weight < 0) throw new WeightsInvalid(part);
    sum += weight;
  }
  if (sum === 0) throw new WeightsInvalid();
}
