import type { ShownPerson, ShownScene } from '#domain/attempt/shown-scene.ts';

/** The thin line on top: place, story time, and the thread of moments so far. */
export function Strip({ shown, decided }: { shown: ShownScene; decided: number }) {
  const { clock, place } = shown.scene;
  const label = decided
    ? `${decided} ${decided === 1 ? 'decision' : 'decisions'} behind you`
    : 'The first decision';
  const look = shown.ending ? 'knots' : 'knots open';
  const knots = Array.from({ length: decided }, () => <span class="knot" />);
  return (
    <header class="strip">
      <p class="clock">
        <span class="said">Story time </span>
        <time datetime={clock}>{clock}</time>
      </p>
      <p class="where">{place}</p>
      <div class={look} role="img" aria-label={label}>
        {knots}
        <span class="knot here" />
      </div>
    </header>
  );
}

/** The moment before, in grey: what it was and what the worker did. */
export function PastMoment({ past }: { past: NonNullable<ShownScene['past']> }) {
  const { title, html, did } = past;
  return (
    <section class="moment past">
      <h2>{title}</h2>
      <div class="prose" innerHTML={html} />
      <p class="did">
        <b>You:</b> <span>{did}</span>
      </p>
    </section>
  );
}

/** The moment now: who is there and how they look, what followed, what happens. */
export function Moment({ shown }: { shown: ShownScene }) {
  const { title } = shown.scene;
  return (
    <section class="moment" aria-labelledby="moment-title">
      <h1 id="moment-title" tabindex="-1">
        {title}
      </h1>
      <div class="beside">
        {drawPeople(shown.people)}
        {tellNow(shown)}
      </div>
    </section>
  );
}

/** What followed what was done, and what happens now. */
export function tellNow({ past, scene }: ShownScene) {
  const { html } = scene;
  const followed = past?.followed;
  return (
    <div class="prose">
      {followed ? <div class="followed" innerHTML={followed} /> : undefined}
      <div innerHTML={html} />
    </div>
  );
}

/** Those who are there, each with their face and how they look in words. */
export function drawPeople(people: ShownPerson[]) {
  if (!people[0]) return undefined;
  const figures = people.map(({ name, looks, src }) => (
    <figure class="person">
      <img class="portrait large" src={src} alt="" width="224" height="224" />
      <figcaption>
        <b>{name}</b> <span>{looks}</span>
      </figcaption>
    </figure>
  ));
  return <div class="people">{figures}</div>;
}
