import { actAs, turnedToUntold, type Acting, type Database } from '#db';
import type { Person } from '#domain/access/person.ts';

/** As much of a request as says what it does. */
export interface Requested {
  method: string;
  /** The pattern of the address, such as `/people/[personId]`. */
  pattern: string;
  params: Readonly<Record<string, string | undefined>>;
}

/** Where moves are made. Each is in its worker's own chain, with who and when (docs/adr/0020). */
const ofPlay = new Set(['/attempts/[attemptId]', '/api/attempts/[attemptId]/moves']);
/** No id of ours is longer: what is, was typed by somebody. */
const longest = 120;

/** Who acts in a request and what on, as the audit log says it; nothing for a move of a scenario. */
function actingOf(
  { method, pattern, params }: Requested,
  person: Pick<Person, 'id'> | null,
): Acting | undefined {
  if (ofPlay.has(pattern)) return undefined;
  const detail = Object.fromEntries(
    Object.entries(params).map(([name, value = '']) => [name, value.slice(0, longest)]),
  );
  return {
    actor: person?.id ?? 'nobody',
    what: `${method} ${pattern}`,
    subject: detail['personId'] ?? null,
    detail,
  };
}

/**
 * Answers a request as whoever asks, so that all it writes is in the audit log. A page about somebody
 * else that was shown, and wrote nothing, is noted by itself: reading is what the log is for.
 */
export async function answerNoted(
  db: Database,
  requested: Requested,
  person: Pick<Person, 'id'> | null,
  answer: () => Promise<Response>,
): Promise<Response> {
  const acting = actingOf(requested, person);
  if (!acting) return answer();
  return actAs(acting, async () => {
    const answered = await answer();
    const isShown = requested.method === 'GET' && answered.status === 200;
    if (isShown && turnedToUntold()) await db.write([]);
    return answered;
  });
}
