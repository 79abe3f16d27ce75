import { FetchState, astro } from 'astro/fetch';
import { answerMoveFast } from '#server/answer-move-fast.ts';

/** Every request of the built server: a move of a scenario the short way, all else through Astro. */
export default {
  async fetch(request: Request): Promise<Response> {
    return (await answerMoveFast(request)) ?? astro(new FetchState(request));
  },
};
