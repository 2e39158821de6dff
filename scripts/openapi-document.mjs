import { withTemporaryService } from './temporary-service.mjs';

/** The OpenAPI document of the service that runs at `url`; without one, that of this build. */
export function documentOf(url) {
  return url ? fetchDocument(url) : withTemporaryService(fetchDocument);
}

async function fetchDocument(url) {
  const answer = await fetch(`${url}/openapi.json`);
  if (!answer.ok) throw new Error(`${url}/openapi.json answers ${answer.status}`);
  return answer.json();
}
