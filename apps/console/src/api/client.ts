import createClient, { type Middleware } from 'openapi-fetch';
import { sessionStore } from '../session/session.ts';
import { isProblemDocument, ProblemError } from './problem.ts';
import type { components, paths } from './schema.ts';

export type Schemas = components['schemas'];

/** Sends the token of the session. A 401 ends the session. */
const authorization: Middleware = {
  onRequest({ request }) {
    const token = sessionStore.token();
    if (token !== undefined) request.headers.set('authorization', `Bearer ${token}`);
  },
  onResponse({ response }) {
    if (response.status === 401) sessionStore.expire();
  },
};

export const api = createClient<paths>({ fetch: (request) => fetch(request) });
api.use(authorization);

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The body of a successful answer. Throws ProblemError for any other. */
export async function bodyOf<T>(answer: Promise<Answer<T>>): Promise<NonNullable<T>> {
  const { data, error, response } = await answer;
  if (data !== undefined && data !== null) return data;
  throw new ProblemError(
    isProblemDocument(error)
      ? error
      : {
          title: 'The answer could not be read',
          detail: `The service answered with status ${response.status}, in a format that it does not document.`,
          status: response.status,
          code: 'not-a-problem-document',
          requestId: response.headers.get('x-request-id') ?? undefined,
        },
  );
}
