import { createSignal, onMount } from 'solid-js';
import { changedAside } from '#domain/attempt/changed-aside.ts';
import type { MoveAnswer, ShownScene } from '#domain/attempt/shown-scene.ts';
import { DecisionForm, type Typed } from './DecisionForm.tsx';
import { Finds, Notebook } from './Finds.tsx';
import { Moment, PastMoment, Strip } from './Moment.tsx';
import { Commit, MoveForm, Refusal, type Problem } from './MoveForm.tsx';
import { Strands } from './Strands.tsx';

interface Props {
  attemptId: string;
  scene: ShownScene;
  /** Decisions made before this page was opened. */
  decided: number;
  /** What to tell about a move that was refused before this page was opened. */
  problem?: Problem | undefined;
  /** What was filled in when it was refused. */
  typed?: Typed | undefined;
  /** The strands that changed with the move before, while nobody attended to them. */
  changed?: readonly string[] | undefined;
}

const unreachable =
  'That did not reach us. Nothing is lost. Check your connection and send it again.';
const signedOut =
  'You are signed out. Nothing is lost: sign in again in another tab, then send this from here.';

const byId = (id: string) => document.getElementById(id);

/** What a form would send, by field; a choice of several is one text, as an answer is. */
const fieldsOf = (form: HTMLFormElement, button?: HTMLElement | null) => {
  const data = new FormData(form, button);
  return { ...Object.fromEntries(data), choice: data.getAll('choice').join(' ') } as Typed;
};

/** A scene that is played. Every part is a plain form; this only saves loading the whole page again. */
export default function ScenePlayer(props: Props) {
  const [scene, setScene] = createSignal(props.scene);
  const [problem, setProblem] = createSignal(props.problem);
  const [sending, setSending] = createSignal(false);
  const [news, setNews] = createSignal('');
  // These change only with the scene, and are drawn with it.
  let { decided, typed = {}, changed = [] } = props;
  let shownAt = 0;
  onMount(() => {
    shownAt = Date.now();
  });

  async function send(event: SubmitEvent) {
    event.preventDefault();
    if (sending()) return;
    const fields = fieldsOf(event.target as HTMLFormElement, event.submitter);
    setSending(true);
    try {
      const response = await fetch(`/api/attempts/${props.attemptId}/moves`, {
        method: 'POST',
        headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
        body: JSON.stringify({ ...fields, dwell: Date.now() - shownAt }),
      });
      if (response.status !== 401) take((await response.json()) as MoveAnswer, fields);
      else if (fields['words']) refuse(signedOut);
      else location.reload();
    } catch {
      refuse(unreachable);
    } finally {
      setSending(false);
    }
  }

  function refuse(message: string, field?: string) {
    setProblem({ message, role: 'alert' });
    if (field) byId(field)?.focus();
  }

  function take({ code, scene: after, message, field }: MoveAnswer, fields: Typed) {
    const before = scene();
    const moved = code === 'moved';
    // What the page itself told of another move is no longer so.
    document.querySelector('.error-summary')?.remove();
    // In the same moment, what was filled in stays as it is.
    if (!after || (!moved && after.step === before.step))
      return refuse(message ?? unreachable, field);
    const stays = before.scene.id === after.scene.id;
    const form = stays && document.querySelector<HTMLFormElement>('form.decision');
    const { words = '' } = fields;
    typed = form ? fieldsOf(form) : moved ? {} : { words };
    if (moved && fields['kind'] === 'decide') decided += 1;
    changed = changedAside(before, after);
    shownAt = Date.now();
    setProblem();
    setScene(after);
    if (!moved) refuse(message!);
    setNews(changed.length ? 'Something has changed in what waits.' : '');
    document.title = document.title.replace(before.scene.title, after.scene.title);
    // What is new is where the reader goes next: what was found out, or the new moment's heading.
    const latest = stays && after.found.at(-1);
    byId(latest ? `found-${latest.id}` : 'moment-title')?.focus();
  }

  /** Drawn anew for each scene, so that nothing in it has to listen for changes. */
  function draw(shown: ShownScene) {
    const { step, past, beside, finds, found, known, decision, next, ending } = shown;
    const page = `/attempts/${props.attemptId}`;
    const play = { page, step, sending, problem };
    const isSearched = !ending && (finds[0] ?? found[0]);
    return (
      <>
        <Strip shown={shown} decided={decided} />
        {past ? <PastMoment past={past} /> : undefined}
        {beside ? (
          <Strands shown={shown} beside={beside} changed={changed} play={play} />
        ) : (
          <Moment shown={shown} />
        )}
        {isSearched ? <Finds finds={finds} found={found} play={play} /> : undefined}
        <Notebook known={known} />
        {decision?.asks ? undefined : tellWritten(typed['words'])}
        {decision ? (
          <DecisionForm decision={decision} typed={typed} play={play} />
        ) : next ? (
          <MoveForm play={play} look="carry-on" kind="go-on">
            <Refusal play={play} />
            <Commit words={next.label} play={play} />
          </MoveForm>
        ) : (
          <section class="ending">
            <Refusal play={play} />
            {ending ? <Ended page={page} /> : undefined}
          </section>
        )}
      </>
    );
  }

  return (
    <article class="scene" aria-busy={sending()} onSubmit={send}>
      {draw(scene())}
      <p class="said" aria-live="polite">
        {news()}
      </p>
    </article>
  );
}

const tellWritten = (words: string | undefined) =>
  words ? (
    <section class="written">
      <h2>What you wrote</h2>
      <p class="prose">{words}</p>
    </section>
  ) : undefined;

function Ended({ page }: { page: string }) {
  const debrief = `${page}/debrief`;
  return (
    <div class="stack">
      <h2>This is where it ends</h2>
      <p>Next, look back at what you did and why it mattered.</p>
      <a class="button" href={debrief}>
        Look back at it
      </a>
    </div>
  );
}
