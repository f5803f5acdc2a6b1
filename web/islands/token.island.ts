/**
 * A mailed link has its code behind `#`, where no server and no log sees it. It goes into the form, and out of the
 * address before anybody can bookmark it or read it over a shoulder.
 */
const token = new URLSearchParams(location.hash.slice(1)).get('token');
const group = document.querySelector<HTMLElement>('[data-token]');
const field = group?.querySelector('input');

if (token !== null && group && field) {
  field.value = token;
  group.hidden = true;
  history.replaceState(null, '', location.pathname);
}
