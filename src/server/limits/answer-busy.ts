import { isBusy as isDatabaseBusy } from '#db';
import { asksForJson, refuseJson } from '../auth/answers.ts';

/** What to tell somebody whose request was not taken because too much waits just now. */
export const busyWords =
  'We are very busy just now, so this was not taken. Nothing you had finished is lost. Wait a moment, then send it again.';

/** Seconds after which it is worth trying again. */
export const busySeconds = 3;

/** What a browser shows instead of a page. What was written is kept by the page one step back. */
export const busyPage = `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Very busy just now</title></head>
<body><main><h1>Very busy just now</h1><p>${busyWords}</p>
<p>If you had filled something in, go back one step: it is still there.</p>
<p><a href="/">Go to your first page</a></p></main></body>
</html>
`;

/** Answers a request that the database could not take for the moment: JSON to a script, a page to people. */
export function answerBusy(headers: Headers): Response {
  const answer = asksForJson(headers)
    ? refuseJson(503, 'busy', busyWords)
    : new Response(busyPage, {
        status: 503,
        headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
      });
  answer.headers.set('Retry-After', String(busySeconds));
  return answer;
}

/** Whether something failed only for the moment: pages know no database, and ask here. */
export const isBusy = (error: unknown): boolean => isDatabaseBusy(error);
