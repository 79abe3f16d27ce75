/** What was typed into a form and when, as it lies on the device. */
interface Kept {
  at: string;
  /** When the service had last kept the draft, as the page said. */
  base: string;
  fields: Record<string, string>;
}

const prefix = 'draft ';
const keyOf = (by: string, draft: string) => `${prefix}${by} ${draft}`;
const oldest = 14 * 86_400_000;

/** Takes what the device keeps of one draft, whoever typed it, or of every draft. */
function forget(draft = ''): void {
  for (const key of Object.keys(localStorage))
    if (key.startsWith(prefix) && key.endsWith(draft)) localStorage.removeItem(key);
}

function read(key: string): Kept | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Kept | null;
    if (kept && Date.now() - Date.parse(kept.at) < oldest) return kept;
  } catch {
    // What cannot be read is of no use to anybody.
  }
  localStorage.removeItem(key);
  return undefined;
}

/** The texts of a form by field; a hidden field or a button is none of them. */
const fieldsOf = (form: HTMLFormElement): Record<string, string> =>
  Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));

/** Puts texts into a form. Says whether anything in it changed. */
function putBack(form: HTMLFormElement, fields: Record<string, string>): boolean {
  const before = JSON.stringify(fieldsOf(form));
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && control.type === 'radio') {
      const wanted = fields[control.name];
      if (wanted !== undefined) control.checked = control.value === wanted;
    } else if (
      control instanceof HTMLInputElement ||
      control instanceof HTMLTextAreaElement ||
      control instanceof HTMLSelectElement
    ) {
      const wanted = fields[control.name];
      if (wanted !== undefined) control.value = wanted;
    }
  }
  return JSON.stringify(fieldsOf(form)) !== before;
}

/** Whether the service answers now: a phone may say that it is online when nothing gets through. */
async function reaches(): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(8000);
    return (await fetch('/healthz', { cache: 'no-store', signal })).ok;
  } catch {
    return false;
  }
}

/** Sends a form only once the service answers; otherwise says so, and all stays where it is. */
function sendWhenReached(form: HTMLFormElement, refused: () => Element | null, then = () => {}) {
  let asking = false;
  form.addEventListener('submit', (event) => {
    const { submitter } = event as SubmitEvent;
    if (form.dataset['reached']) return then();
    event.preventDefault();
    if (asking) return;
    asking = true;
    form.setAttribute('aria-busy', 'true');
    void reaches().then((reached) => {
      asking = false;
      form.removeAttribute('aria-busy');
      const words = refused();
      if (words)
        words.textContent = reached
          ? ''
          : 'There is no connection. What you typed is kept on this device. Try again when you are back online.';
      if (!reached) return;
      form.dataset['reached'] = 'yes';
      form.requestSubmit(submitter);
      delete form.dataset['reached'];
    });
  });
}

/** Keeps what an observer types on the device, puts it back, and forgets it when they are done. */
export function keepDrafts(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-keep-draft]');
  if (!form) return;
  const { keepBy = '', keepDraft = '', keptAt = '' } = form.dataset;
  const key = keyOf(keepBy, keepDraft);
  const find = (name: string) => document.querySelector<HTMLElement>(`[data-${name}]`);
  const note = find('put-back');
  try {
    const kept = read(key);
    // Kept by the service since, from here or another device: what lies here is the older one.
    if (kept && kept.base !== keptAt) forget(keepDraft);
    else if (kept && putBack(form, kept.fields) && note) note.hidden = false;
  } catch {
    // A browser that keeps nothing leaves the form as it is.
    return;
  }
  const here = find('keeps-here');
  if (here)
    here.textContent =
      'What you type is kept on this device as you type, until you sign it, discard it or sign out.';

  const keep = () => {
    try {
      const at = new Date().toISOString();
      const kept: Kept = { at, base: keptAt, fields: fieldsOf(form) };
      localStorage.setItem(key, JSON.stringify(kept));
    } catch {
      if (here) here.textContent = 'This device is full: what you type is not kept on it.';
    }
  };
  form.addEventListener('input', keep);
  form.addEventListener('change', keep);
  find('forget')?.addEventListener('click', () => {
    forget(keepDraft);
    form.reset();
    if (note) note.hidden = true;
  });
  sendWhenReached(form, () => find('keep-refused'));
  const discards = document.querySelector<HTMLFormElement>('form[data-discards]');
  if (discards)
    sendWhenReached(
      discards,
      () => find('keep-refused'),
      () => forget(keepDraft),
    );
  document.querySelector('form.sign-out')?.addEventListener('submit', () => forget());
}

/** Forgets what the device keeps of a draft that has been signed. */
export const forgetSigned = (draft: string): void => {
  try {
    forget(draft);
  } catch {
    // Nothing is kept where nothing can be.
  }
};
