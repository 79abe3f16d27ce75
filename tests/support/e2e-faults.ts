import type { BrowserContext } from '@playwright/test';

// A page that answers "not found" or "not like this" is told to the console as well. Those the tests
// ask for themselves; what a page fetches for itself is watched by its status below.
const ownAnswer = /^Failed to load resource: /;

// What the browser itself says where a page is left before it has faded in. No script of ours asks for it.
const skipped = 'Transition was skipped';

/** Gathers what the browser complains about: console errors, script errors, CSP breaches, lost files. */
export async function watchForFaults(context: BrowserContext, faults: string[]): Promise<void> {
  context.on('console', (message) => {
    const isComplaint = ['error', 'warning'].includes(message.type());
    if (isComplaint && !ownAnswer.test(message.text())) faults.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => {
    const { message } = error.error();
    if (message !== skipped) faults.push(`script: ${message}`);
  });
  context.on('response', (response) => {
    const kind = response.request().resourceType();
    if (response.status() >= 400 && !['document', 'fetch'].includes(kind))
      faults.push(`${response.status()}: ${response.url()}`);
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`CSP: ${event.violatedDirective} refused ${event.blockedURI}`);
    });
  });
}
