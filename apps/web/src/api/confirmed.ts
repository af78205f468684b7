import { confirmItIsYou } from '../sign-in/confirm-it-is-you.js';
import { Refused } from './problems.js';

/** For a question that the server answers only to whom it is sure of: asks for the passkey where it wants it, and goes on. */
export async function confirmed<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof Refused && error.code === 'access.step-up-needed')) throw error;
    await confirmItIsYou();
    return ask();
  }
}
