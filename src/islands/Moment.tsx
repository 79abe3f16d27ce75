import { For, Show } from 'solid-js';
import type { ShownScene } from '#domain/attempt/shown-scene.ts';

/** The thin line on top: place, story time, and the thread of moments so far. */
export function Strip(props: { scene: ShownScene['scene']; decided: number; open: boolean }) {
  const label = () =>
    props.decided === 0
      ? 'The first decision'
      : `${props.decided} ${props.decided === 1 ? 'decision' : 'decisions'} behind you`;
  return (
    <header class="strip">
      <p class="clock">
        <span class="said">Story time </span>
        <time datetime={props.scene.clock}>{props.scene.clock}</time>
      </p>
      <p class="where">{props.scene.place}</p>
      <div class={props.open ? 'knots open' : 'knots'} role="img" aria-label={label()}>
        <For each={Array.from({ length: props.decided })}>{() => <span class="knot" />}</For>
        <span class="knot here" />
      </div>
    </header>
  );
}

/** The moment before, in grey: what it was and what the worker did. */
export function PastMoment(props: { past: NonNullable<ShownScene['past']> }) {
  return (
    <section class="moment past">
      <h2>{props.past.title}</h2>
      <div class="prose" innerHTML={props.past.html} />
      <p class="did">
        <b>You:</b> {props.past.did}
      </p>
    </section>
  );
}

/** The moment now: who is there and how they look, what followed, what happens. */
export function Moment(props: { scene: ShownScene }) {
  return (
    <section class="moment" aria-labelledby="moment-title">
      <h1 id="moment-title" tabindex="-1">
        {props.scene.scene.title}
      </h1>
      <div class="beside">
        <Show when={props.scene.people.length > 0}>
          <div class="people">
            <For each={props.scene.people}>
              {(person) => (
                <figure class="person">
                  <img class="portrait large" src={person.src} alt="" width="224" height="224" />
                  <figcaption>
                    <b>{person.name}</b> <span>{person.looks}</span>
                  </figcaption>
                </figure>
              )}
            </For>
          </div>
        </Show>
        <div class="prose">
          <Show when={props.scene.past?.followed}>
            {(followed) => <div class="followed" innerHTML={followed()} />}
          </Show>
          <div innerHTML={props.scene.scene.html} />
        </div>
      </div>
    </section>
  );
}
