import { createSignal, onMount, Show } from 'solid-js';
import type { MoveAnswer, ShownScene } from '#domain/attempt/shown-scene.ts';
import { Finds, Notebook } from './Finds.tsx';
import { CarryOn, DecisionForm } from './DecisionForm.tsx';
import { Moment, PastMoment, Strip } from './Moment.tsx';

interface Props {
  attemptId: string;
  scene: ShownScene;
  /** Decisions made before this page was opened. */
  decided: number;
  /** What to tell about a move that was refused before this page was opened. */
  notice?: string | undefined;
}

const unreachable =
  'That did not reach us. Nothing is lost. Check your connection and send it again.';

/** A scene that is played. Every part is a plain form; this only saves loading the whole page again. */
export default function ScenePlayer(props: Props) {
  const [scene, setScene] = createSignal(props.scene);
  const [decided, setDecided] = createSignal(props.decided);
  const [problem, setProblem] = createSignal(props.notice);
  const [sending, setSending] = createSignal(false);
  const address = `/api/attempts/${props.attemptId}/moves`;
  let shownAt = 0;
  onMount(() => {
    shownAt = Date.now();
  });

  async function send(event: SubmitEvent) {
    event.preventDefault();
    if (sending()) return;
    const form = new FormData(event.currentTarget as HTMLFormElement, event.submitter);
    form.set('dwell', String(Date.now() - shownAt));
    setSending(true);
    try {
      const response = await fetch(address, {
        method: 'POST',
        headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
        body: JSON.stringify(Object.fromEntries(form)),
      });
      if (response.status === 401) return location.reload();
      take((await response.json()) as MoveAnswer, String(form.get('kind')));
    } catch {
      setProblem(unreachable);
    } finally {
      setSending(false);
    }
  }

  function take(answer: MoveAnswer, kind: string) {
    const before = scene();
    setProblem(answer.code === 'moved' ? undefined : (answer.message ?? unreachable));
    if (!answer.scene) return;
    if (answer.code === 'moved' && kind === 'decide') setDecided(decided() + 1);
    shownAt = Date.now();
    setScene(answer.scene);
    document.title = document.title.replace(before.scene.title, answer.scene.scene.title);
    // A refusal in the same moment is announced where it stands; the focus stays on what was tried.
    if (answer.code !== 'moved' && before.scene.id === answer.scene.scene.id) return;
    // What is new is where the reader goes next: what was found out, or the new moment's heading.
    const latest = answer.scene.found.at(-1);
    const stayed = before.scene.id === answer.scene.scene.id && latest;
    document.getElementById(stayed ? `found-${latest.id}` : 'moment-title')?.focus();
  }

  return (
    <article class="scene" aria-busy={sending()}>
      <Strip scene={scene().scene} decided={decided()} open={!scene().ending} />
      <Show when={scene().past} keyed>
        {(past) => <PastMoment past={past} />}
      </Show>
      <Show when={scene().scene.id} keyed>
        <Moment scene={scene()} />
      </Show>
      <Show when={!scene().ending && (scene().finds.length > 0 || scene().found.length > 0)}>
        <Finds scene={scene()} address={address} send={send} sending={sending()} />
      </Show>
      <Notebook known={scene().known} />
      <Show when={scene().decision} keyed>
        {(decision) => (
          <DecisionForm
            decision={decision}
            step={scene().step}
            address={address}
            send={send}
            sending={sending()}
            problem={problem()}
          />
        )}
      </Show>
      <Show when={scene().next} keyed>
        {(next) => (
          <CarryOn
            label={next.label}
            step={scene().step}
            address={address}
            send={send}
            sending={sending()}
            problem={problem()}
          />
        )}
      </Show>
      <Show when={scene().ending}>
        <section class="ending">
          <h2>This is where it ends</h2>
          <Show when={problem()}>
            <p class="field-error" role="alert">
              {problem()}
            </p>
          </Show>
          <p>Next, look back at what you did and why it mattered.</p>
          <a class="button" href={`/attempts/${props.attemptId}/debrief`}>
            Look back at it
          </a>
        </section>
      </Show>
    </article>
  );
}
