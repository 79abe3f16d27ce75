import { FetchState, astro } from 'astro/fetch';
import { answerMoveFast } from '#server/answer-move-fast.ts';
import { answerBusy, isBusy } from '#server/limits/answer-busy.ts';

/** Every request of the built server: a move of a scenario the short way, all else through Astro. */
export default {
  async fetch(request: Request): Promise<Response> {
    try {
      const answer = (await answerMoveFast(request)) ?? (await astro(new FetchState(request)));
      // An endpoint that finds nothing says no more than that; a person is shown the page for it.
      return answer.status === 404 && answer.body === null ? showErrorPage(request, 404) : answer;
    } catch (error) {
      if (isBusy(error)) return answerBusy(request.headers);
      const { locals } = new FetchState(request);
      if (!locals.noteError) throw error;
      locals.noteError(error);
      return showErrorPage(request, 500, locals);
    }
  },
};

function showErrorPage({ url, headers }: Request, status: 404 | 500, locals?: App.Locals) {
  const state = new FetchState(new Request(new URL(`/${status}`, url), { headers }));
  if (locals) Object.assign(state, { locals, skipMiddleware: true });
  return astro(state);
}
