import { londonDate } from '#domain/london-time.ts';
import { answerAccount } from '#server/reasons/answer-account.ts';
import { gatherTexts } from '#server/reasons/gather-texts.ts';
import { handInAccount } from '#server/reasons/hand-in-account.ts';
import { holdDiscussion } from '#server/reasons/hold-discussion.ts';
import { markReasons } from '#server/reasons/mark-reasons.ts';
import { readAccounts } from '#server/reasons/read-accounts.ts';
import { playSample } from '#server/sample/play-sample.ts';
import type { PagesOf, PageToVisit } from './page-to-visit.ts';

const words =
  'A man I support would not get up. I asked him why and he told me. I sat with him, and rang the office to say that the visit would take longer.';

/** Makes what they need, and gives every page of its area. */
export async function reasonsPages(of: PagesOf): Promise<PageToVisit[]> {
  const { db, worker, manager, assessor } = of;
  const at = new Date(Date.now() - 4 * 86_400_000).toISOString();
  const day = londonDate(at);
  for (const slug of ['the-noise-at-four', 'rinse-and-go'])
    await playSample(db, worker, slug, 'sound', at, undefined, words);
  const [first, second] = await gatherTexts(db, { personId: worker.id });
  const marks = first!.indicators.flatMap((id) => [
    [`mark-${id}`, 'partly'],
    [`reason-${id}`, 'Says what was weighed and leaves out the rest of it.'],
  ]);
  must(await markReasons(db, assessor, first!.moveId, Object.fromEntries(marks)));
  const said = {
    ...{ competency: 'IP-04', level: 3, heldOn: day, outcome: 'shown' },
    probed: 'Why that one first, and what would change it.',
    shown: 'Weighed both, and named what would change it.',
  };
  must(await holdDiscussion(db, manager, worker.id, said));
  const written = { competencies: ['IP-04', 'IP-11'], level: 2, happenedOn: day };
  must(await handInAccount(db, worker, worker.id, { ...written, words }));
  must(await handInAccount(db, worker, worker.id, { ...written, words: `${words} He ate.` }));
  const listed = await readAccounts(db, worker, worker.id);
  const [waiting, returned] = listed.ok ? listed.value.accounts : [];
  const answer = { answer: 'return', words: 'Say what you would do another time, and why.' };
  must(await answerAccount(db, assessor, returned!.id, answer));

  const record = `/people/${worker.id}`;
  return [
    { name: 'marking queue', as: manager, path: '/marking' },
    {
      name: 'reasons to mark, with errors',
      as: assessor,
      path: `/marking/${second!.moveId}`,
      press: 'Keep my marks',
    },
    { name: 'reasons that are marked', as: assessor, path: `/marking/${first!.moveId}` },
    { name: 'discussions', as: worker, path: `${record}/discussions` },
    { name: 'discussions, for the manager', as: manager, path: `${record}/discussions` },
    { name: 'discussions on another day', as: worker, path: `${record}/discussions?on=2020-01-01` },
    {
      name: 'discuss, with errors',
      as: manager,
      path: `${record}/discuss?competency=IP-04`,
      press: 'Record the discussion',
    },
    { name: 'accounts', as: worker, path: `${record}/accounts` },
    {
      name: 'new account, with errors',
      as: worker,
      path: `${record}/accounts/new`,
      press: 'Hand it in',
    },
    {
      name: 'account written again',
      as: worker,
      path: `${record}/accounts/new?again=${returned!.id}`,
    },
    { name: 'returned account', as: worker, path: `/accounts/${returned!.id}` },
    {
      name: 'account to answer, with errors',
      as: manager,
      path: `/accounts/${waiting!.id}`,
      press: 'Send my answer',
    },
    { name: 'debrief with marks', as: worker, path: `/attempts/${first!.attemptId}/debrief` },
  ];
}

const must = (result: { ok: boolean; problem?: unknown }) => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
};
