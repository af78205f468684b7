import { answerOf } from './answers.js';
import { api } from './client.js';

export const askCode = (body: { email: string }) => answerOf(api.POST('/api/sign-in/codes', { body }));

export const signInByCode = (body: { code: string; email?: string }) =>
  answerOf(api.POST('/api/sign-in/sessions', { body }));

export const startAtIssuer = () => answerOf(api.POST('/api/sign-in/oidc/start'));

export const finishAtIssuer = (body: { code: string; state: string; iss?: string }) =>
  answerOf(api.POST('/api/sign-in/oidc/finish', { body }));

export const optionsToMakePasskey = () => answerOf(api.POST('/api/me/passkeys/options'));

export const makePasskey = (response: object, label: string) =>
  answerOf(api.POST('/api/me/passkeys', { body: { response: { ...response }, label } }));

export const optionsToConfirm = () => answerOf(api.POST('/api/me/step-up/options'));

export const confirmByPasskey = (response: object) =>
  answerOf(api.POST('/api/me/step-up', { body: { response: { ...response } } }));
