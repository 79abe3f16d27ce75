import { For, Show } from 'solid-js';
import type { ShownScene } from '#domain/attempt/shown-scene.ts';

export type Send = (event: SubmitEvent) => void;

const cost = (minutes: number) =>
  minutes === 0 ? 'no time' : `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;

/** What can be found out here, each with its cost in story minutes, and what was. */
export function Finds(props: { scene: ShownScene; address: string; send: Send; sending: boolean }) {
  return (
    <form
      class="finds"
      method="post"
      action={props.address}
      onSubmit={(event) => props.send(event)}
    >
      <h2>What you can find out</h2>
      <input type="hidden" name="kind" value="find" />
      <input type="hidden" name="step" value={props.scene.step} />
      <ul>
        <For each={props.scene.found}>
          {(found) => (
            <li class="found" id={`found-${found.id}`} tabindex="-1">
              <p class="found-label">{found.label}</p>
              <div class="tells prose" innerHTML={found.html} />
            </li>
          )}
        </For>
        <For each={props.scene.finds}>
          {(find) => (
            <li>
              <button class="find" name="choice" value={find.id} aria-disabled={props.sending}>
                <span>{find.label}</span> <span class="cost">{cost(find.minutes)}</span>
              </button>
            </li>
          )}
        </For>
      </ul>
    </form>
  );
}

/** The notebook: one line for everything found out so far. */
export function Notebook(props: { known: ShownScene['known'] }) {
  return (
    <section class="notebook" aria-labelledby="know">
      <h2 id="know">What you know</h2>
      <Show when={props.known.length > 0} fallback={<p class="quiet">Nothing noted yet.</p>}>
        <ul>
          <For each={props.known}>{(line) => <li>{line.note}</li>}</For>
        </ul>
      </Show>
    </section>
  );
}
