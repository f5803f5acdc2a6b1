import { makePasskey, usePasskey } from './credentials';

/**
 * A form with `data-passkey="use"` or `"make"` and the server's `data-options`: sending it first asks the browser
 * for the passkey, whose answer goes along in the field `response`. The form is hidden until this runs.
 */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) attach(form);

function attach(form: HTMLFormElement): void {
  const field = form.elements.namedItem('response') as HTMLInputElement;
  const trouble = form.querySelector<HTMLElement>('[data-passkey-trouble]');
  const able = 'PublicKeyCredential' in window;
  for (const part of document.querySelectorAll<HTMLElement>('[data-passkey-missing]')) part.hidden = able;
  form.hidden = !able;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (trouble) trouble.hidden = true;
    void send(form, field, trouble);
  });
}

async function send(
  form: HTMLFormElement,
  field: HTMLInputElement,
  trouble: HTMLElement | null,
): Promise<void> {
  try {
    field.value = JSON.stringify(await ask(form));
  } catch {
    // Refused, cancelled or not there: the browser does not say which, and the person knows.
    if (!trouble) return;
    trouble.hidden = false;
    trouble.focus();
    return;
  }
  // Past the listener: this is the second half of the same sending.
  form.submit();
}

function ask(form: HTMLFormElement): Promise<object> {
  const options: unknown = JSON.parse(form.dataset['options'] ?? '{}');
  return form.dataset['passkey'] === 'make'
    ? makePasskey(options as PublicKeyCredentialCreationOptionsJSON)
    : usePasskey(options as PublicKeyCredentialRequestOptionsJSON);
}
